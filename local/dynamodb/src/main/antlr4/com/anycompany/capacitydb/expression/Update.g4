/** Update expressions. */
grammar Update;

import Names;

start : section+ EOF ;

section
    : SET assignment (',' assignment)*                       # SetSection
    | REMOVE path (',' path)*                                # RemoveSection
    | ADD pathAndValue (',' pathAndValue)*                   # AddSection
    | DELETE pathAndValue (',' pathAndValue)*                # DeleteSection
    ;

assignment : path '=' value ;

pathAndValue : path VALUE_PLACEHOLDER ;

value
    : '(' value ')'                                          # ValueParentheses
    | operand operator=('+' | '-') operand                   # Arithmetic
    | operand                                                # SingleOperand
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

SET : [sS] [eE] [tT] ;
REMOVE : [rR] [eE] [mM] [oO] [vV] [eE] ;
ADD : [aA] [dD] [dD] ;
DELETE : [dD] [eE] [lL] [eE] [tT] [eE] ;
