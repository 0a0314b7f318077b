/** Condition, filter and key condition expressions. */
grammar Condition;

import Names;

start : condition EOF ;

condition
    : '(' condition ')'                                      # Parentheses
    | NOT condition                                          # Not
    | condition AND condition                                # And
    | condition OR condition                                 # Or
    | operand BETWEEN operand AND operand                    # Between
    | operand IN '(' operand (',' operand)* ')'              # In
    | operand comparator=('=' | '<>' | '<' | '<=' | '>' | '>=') operand  # Comparison
    | function                                               # Call
    ;

operand
    : '(' operand ')'                                        # OperandParentheses
    | function                                               # FunctionOperand
    | VALUE_PLACEHOLDER                                      # ValueOperand
    | path                                                   # PathOperand
    ;

function : NAME '(' operand (',' operand)* ')' ;

path : element ( '.' element | '[' INDEX ']' )* ;

element : NAME | NAME_PLACEHOLDER ;

AND : [aA] [nN] [dD] ;
OR : [oO] [rR] ;
NOT : [nN] [oO] [tT] ;
BETWEEN : [bB] [eE] [tT] [wW] [eE] [eE] [nN] ;
IN : [iI] [nN] ;
