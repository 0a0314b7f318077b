/*
 * X-Ray's filter expressions. Field names are plain NAMEs here: which of them exist where is a matter of scope
 * (Scope.java), so that an unknown one is answered with a sentence instead of a syntax error.
 */
grammar FilterExpression;

options { caseInsensitive = true; }

filter
    : expression? EOF
    ;

expression
    : conjunction (OR conjunction)*
    ;

// Adjacency means AND.
conjunction
    : negation (AND? negation)*
    ;

negation
    : NOT negation              # not
    | '(' expression ')'        # parenthesised
    | condition                 # plain
    ;

condition
    : SERVICE '(' target=selector? ')' braces?                          # service
    | EDGE '(' source=selector? (',' target=selector?)? ')' braces?     # edge
    | NAME '=' JSON                                                     # path
    | NAME (operator value)? braces?                                    # field
    | ANNOTATION (operator value)?                                      # annotation
    ;

braces
    : '{' expression '}'
    ;

selector
    : STRING                                    # named
    | ID '(' property (',' property)* ')'       # identified
    ;

property
    : NAME ':' STRING
    ;

operator
    : '=' | '!=' | '<' | '<=' | '>' | '>=' | CONTAINS | BEGINSWITH | ENDSWITH
    ;

value
    : STRING | NUMBER | TRUE | FALSE | NAME
    ;

AND         : 'AND' ;
OR          : 'OR' ;
NOT         : '!' ;
TRUE        : 'true' ;
FALSE       : 'false' ;
CONTAINS    : 'CONTAINS' ;
BEGINSWITH  : 'BEGINSWITH' ;
ENDSWITH    : 'ENDSWITH' ;
SERVICE     : 'service' ;
EDGE        : 'edge' ;
ID          : 'id' ;

ANNOTATION  : 'annotation' '[' ~[\]]* ']' ;
NAME        : [a-z_] [a-z0-9_]* ( [.\-] [a-z0-9_]+ )* ;
NUMBER      : '-'? DIGITS ( '.' DIGITS )? ( 'e' [+\-]? DIGITS )? | '-'? '.' DIGITS ;
STRING      : '"' ( '\\' . | ~["\\] )* '"' ;

// The list of a root cause path; its content is read by a JSON parser.
JSON        : '#' JSON_LIST ;

SPACE       : [ \t\r\n]+ -> skip ;

// What no other rule takes reaches the parser, which says where it stands.
UNKNOWN     : . ;

fragment DIGITS     : [0-9]+ ;
fragment JSON_LIST  : '[' ( JSON_LIST | STRING | ~["[\]] )* ']' ;
