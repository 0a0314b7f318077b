/*
 * X-Ray's filter expressions and entity selectors. Keywords such as responsetime are NAMEs here: Scope.java defines which of
 * them exist in which scope, so that the message for an unknown one can explain where it is valid.
 */
grammar FilterExpression;

options { caseInsensitive = true; }

filter
    : expression? EOF
    ;

// What GetTimeSeriesServiceStatistics takes as EntitySelectorExpression.
entities
    : entity? EOF
    ;

entity
    : SERVICE '(' target=selector? ')'                              # services
    | EDGE '(' source=selector? (',' target=selector?)? ')'         # edges
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

// Any other character is a token, so that the parser reports its position.
UNKNOWN     : . ;

fragment DIGITS     : [0-9]+ ;
fragment JSON_LIST  : '[' ( JSON_LIST | STRING | ~["[\]] )* ']' ;
