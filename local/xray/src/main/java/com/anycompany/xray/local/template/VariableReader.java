package com.anycompany.xray.local.template;

import com.anycompany.xray.local.json.DecimalNumber;
import com.anycompany.xray.local.json.SymbolTable;
import com.anycompany.xray.local.segment.EntityTime;
import com.anycompany.xray.local.segment.FieldValue;
import com.anycompany.xray.local.segment.TraceId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the values of a template's variables as what they say. */
final class VariableReader implements FieldValue {

    private final EncodedValues values;
    private final SymbolTable symbols;
    private Encoding encoding = Encoding.TEXT;
    private String name = "";

    /** @param at where the first value begins */
    VariableReader(byte[] bytes, int at, SymbolTable symbols) {
        this.values = new EncodedValues(bytes, at);
        this.symbols = symbols;
    }

    /** Goes to the value of the next variable, which is this one. */
    void next(Variable variable) {
        encoding = variable.encoding();
        name = variable.name();
        values.next(encoding);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String text() {
        return SymbolTable.text(values.bytes(), values.from(), values.to());
    }

    @Override
    public String symbol() {
        return symbols.symbol(values.bytes(), values.from(), values.to());
    }

    @Override
    public double number() {
        return DecimalNumber.of(values.bytes(), values.from(), values.to());
    }

    @Override
    public long id() {
        return values.id();
    }

    @Override
    public long micros() {
        return values.time() == EncodedTime.TEXT ? EntityTime.micros(number()) : EncodedTime.micros(values.time());
    }

    @Override
    public Object scalar() {
        return encoding == Encoding.AMOUNT ? (Object) number() : text();
    }

    @Override
    public boolean flag() {
        throw notVariable();
    }

    @Override
    public long idOrZero() {
        throw notVariable();
    }

    @Override
    public @Nullable TraceId traceId() {
        throw notVariable();
    }

    @Override
    public List<String> texts() {
        throw notVariable();
    }

    @Override
    public boolean isObject() {
        throw notVariable();
    }

    /** What such a value says is part of the template. */
    private IllegalStateException notVariable() {
        return new IllegalStateException("no variable of encoding " + encoding + " holds this");
    }
}
