/** What all expression languages have in common: document paths, placeholders and spaces. */
lexer grammar Names;

NAME : [a-zA-Z_] [a-zA-Z0-9_]* ;
NAME_PLACEHOLDER : '#' [a-zA-Z0-9_]+ ;
VALUE_PLACEHOLDER : ':' [a-zA-Z0-9_]+ ;
INDEX : [0-9]+ ;
SPACE : [ \t\r\n]+ -> skip ;
/** Whatever else there is makes a token of its own, so that syntax errors can name it. */
UNKNOWN : . ;
