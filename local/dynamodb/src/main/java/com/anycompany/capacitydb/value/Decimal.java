package com.anycompany.capacitydb.value;

import com.anycompany.capacitydb.error.ServiceException;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Number of up to 38 significant digits between 10⁻¹³⁰ and 10¹²⁶, in normal form: no leading or trailing zeros, no exponent,
 * so that equal numbers have one text.
 */
public final class Decimal implements Comparable<Decimal> {

    public static final Decimal ZERO = new Decimal(BigDecimal.ZERO);

    private static final int MAX_DIGITS = 38;
    private static final int MAX_EXPONENT = 125;
    private static final int MIN_EXPONENT = -130;
    private static final int MAX_LENGTH = 1000;
    private static final Pattern NUMBER =
            Pattern.compile("([+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+))(?:[eE]([+-]?[0-9]+))?");

    private final BigDecimal value;
    private final String text;

    private Decimal(BigDecimal normal) {
        this.value = normal;
        this.text = normal.toPlainString();
    }

    /** Reads a number with an optional fraction and exponent. */
    public static Decimal parse(String text) {
        Matcher number = NUMBER.matcher(text);
        if (text.length() > MAX_LENGTH || !number.matches()) {
            throw notANumber(text);
        }
        long exponent = exponent(text, number.group(2));
        BigDecimal mantissa = new BigDecimal(number.group(1));
        if (mantissa.signum() == 0) {
            checkRange(exponent);
            return ZERO;
        }
        checkRange(exponent + mantissa.precision() - mantissa.scale() - 1);
        return of(mantissa.scaleByPowerOfTen((int) exponent));
    }

    /**
     * As {@link #parse} where AWS is older: the scale must fit into an int, and the magnitude is counted in one, so that a number
     * with the largest exponent is too small.
     */
    static Decimal parseOlder(String text) {
        if (text.length() > MAX_LENGTH || !NUMBER.matcher(text).matches()) {
            throw notANumber(text);
        }
        try {
            BigDecimal value = new BigDecimal(text);
            checkRange(value.precision() - value.scale() - 1L);
        } catch (NumberFormatException e) {
            throw notANumber(text);
        }
        return parse(text);
    }

    private static long exponent(String text, @Nullable String digits) {
        try {
            return digits == null ? 0 : Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw notANumber(text);
        }
    }

    private static ServiceException notANumber(String text) {
        return ServiceException.validation("The parameter cannot be converted to a numeric value: " + text);
    }

    public static Decimal of(long value) {
        return of(BigDecimal.valueOf(value));
    }

    /** Normalises a result of arithmetic, and checks its range. */
    public static Decimal of(BigDecimal value) {
        if (value.signum() == 0) {
            return ZERO;
        }
        BigDecimal normal = value.stripTrailingZeros();
        checkRange((long) normal.precision() - normal.scale() - 1);
        if (normal.precision() > MAX_DIGITS) {
            throw ServiceException.validation("Attempting to store more than 38 significant digits in a Number");
        }
        return new Decimal(normal);
    }

    private static void checkRange(long exponent) {
        if (exponent > MAX_EXPONENT) {
            throw ServiceException.validation(
                    "Number overflow. Attempting to store a number with magnitude larger than supported range");
        }
        if (exponent < MIN_EXPONENT) {
            throw ServiceException.validation(
                    "Number underflow. Attempting to store a number with magnitude smaller than supported range");
        }
    }

    public BigDecimal value() {
        return value;
    }

    public Decimal plus(Decimal other) {
        return of(value.add(other.value));
    }

    public Decimal minus(Decimal other) {
        return of(value.subtract(other.value));
    }

    /**
     * The bytes that it takes in storage: two digits a byte, aligned to an even exponent, a byte for the exponent and one
     * more if it's negative.
     */
    int storedLength() {
        if (value.signum() == 0) {
            return 1;
        }
        int digits = value.precision();
        int exponent = digits - value.scale();
        int odd = Math.floorMod(exponent, 2);
        int mantissa = (digits + odd + 1) / 2;
        return 1 + mantissa + (value.signum() < 0 && mantissa < 20 ? 1 : 0);
    }

    @Override
    public int compareTo(Decimal other) {
        return value.compareTo(other.value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Decimal decimal && value.equals(decimal.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
