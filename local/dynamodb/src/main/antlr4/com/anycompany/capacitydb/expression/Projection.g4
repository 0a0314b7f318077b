/** Projection expressions. */
grammar Projection;

import Names;

start : path (',' path)* EOF ;

path : element ( '.' element | '[' INDEX ']' )* ;

element : NAME | NAME_PLACEHOLDER ;
