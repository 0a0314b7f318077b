package com.anycompany.shop.commandline;

import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Picocli converter around a parser: the message of the parser's {@link IllegalArgumentException} is what the user reads. */
public record ParsingConverter<T>(Function<String, T> parser) implements ITypeConverter<T> {

    @Override
    public T convert(String text) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException wrong) {
            throw new TypeConversionException(String.valueOf(wrong.getMessage()));
        }
    }
}
