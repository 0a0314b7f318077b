/** The statements of PartiQL that DynamoDB has. */
grammar PartiQl;

options { caseInsensitive = true; }

start : statement ';'? EOF ;

statement
    : select                                                                        # SelectStatement
    | INSERT INTO table VALUE value                                                 # InsertStatement
    | UPDATE table alias? clause+ (WHERE condition)? returning?                     # UpdateStatement
    | FROM table alias? WHERE condition clause+ returning?                          # FromStatement
    | DELETE FROM table alias? (WHERE condition)? returning?                        # DeleteStatement
    | EXISTS '(' select ')'                                                         # ExistsStatement
    ;

select : SELECT ('*' | column (',' column)*) FROM table alias? (WHERE condition)? orderBy? ;

column : path | function ;

orderBy : ORDER BY order (',' order)* ;

order : path (ASC | DESC)? ;

table : name ('.' name)* ;

alias : AS? name ;

clause
    : SET assignment (',' assignment)*                                              # SetClause
    | REMOVE path (',' path)*                                                       # RemoveClause
    ;

assignment : path '=' value ;

returning : RETURNING (ALL | MODIFIED) (OLD | NEW) '*' ;

condition
    : '(' condition ')'                                                             # Parentheses
    | NOT condition                                                                 # Not
    | condition AND condition                                                       # And
    | condition OR condition                                                        # Or
    | value NOT? BETWEEN value AND value                                            # Between
    | value NOT? IN ('(' value (',' value)* ')' | '[' value (',' value)* ']')       # In
    | value IS NOT? (NULL | MISSING | name)                                         # Is
    | value comparator=('=' | '<>' | '!=' | '<' | '<=' | '>' | '>=') value          # Comparison
    | function                                                                      # Call
    ;

value
    : '(' value ')'                                                                 # ValueParentheses
    | value operator=('+' | '-') value                                              # Arithmetic
    | function                                                                      # FunctionValue
    | '?'                                                                           # Parameter
    | TEXT                                                                          # Text
    | '-'? NUMBER                                                                   # Number
    | (TRUE | FALSE)                                                                # Flag
    | NULL                                                                          # Null
    | '{' (member (',' member)*)? '}'                                               # Tuple
    | '[' (value (',' value)*)? ']'                                                 # List
    | '<<' (value (',' value)*)? '>>'                                               # Bag
    | path                                                                          # PathValue
    ;

member : TEXT ':' value ;

function : (NAME | EXISTS) '(' (value (',' value)*)? ')' ;

path : name ('.' name | '[' NUMBER ']')* ;

name : NAME | QUOTED ;

SELECT : 'SELECT' ;
FROM : 'FROM' ;
WHERE : 'WHERE' ;
INSERT : 'INSERT' ;
INTO : 'INTO' ;
VALUE : 'VALUE' ;
UPDATE : 'UPDATE' ;
SET : 'SET' ;
REMOVE : 'REMOVE' ;
DELETE : 'DELETE' ;
EXISTS : 'EXISTS' ;
ORDER : 'ORDER' ;
BY : 'BY' ;
ASC : 'ASC' ;
DESC : 'DESC' ;
AS : 'AS' ;
RETURNING : 'RETURNING' ;
ALL : 'ALL' ;
MODIFIED : 'MODIFIED' ;
OLD : 'OLD' ;
NEW : 'NEW' ;
AND : 'AND' ;
OR : 'OR' ;
NOT : 'NOT' ;
BETWEEN : 'BETWEEN' ;
IN : 'IN' ;
IS : 'IS' ;
NULL : 'NULL' ;
MISSING : 'MISSING' ;
TRUE : 'TRUE' ;
FALSE : 'FALSE' ;

NAME : [a-z_$] [a-z0-9_$]* ;
QUOTED : '"' ('""' | ~["])* '"' ;
TEXT : '\'' ('\'\'' | ~['])* '\'' ;
NUMBER : ([0-9]+ ('.' [0-9]*)? | '.' [0-9]+) ('E' [+-]? [0-9]+)? ;

SPACE : [ \t\r\n]+ -> skip ;
LINE_COMMENT : '--' ~[\r\n]* -> skip ;
BLOCK_COMMENT : '/*' .*? '*/' -> skip ;
/** Whatever else there is makes a token of its own, so that syntax errors can name it. */
UNKNOWN : . ;
