package com.anycompany.capacitydb.value;

import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.json.Json;
import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.value.AttributeValue.B;
import com.anycompany.capacitydb.value.AttributeValue.BS;
import com.anycompany.capacitydb.value.AttributeValue.Bool;
import com.anycompany.capacitydb.value.AttributeValue.L;
import com.anycompany.capacitydb.value.AttributeValue.M;
import com.anycompany.capacitydb.value.AttributeValue.N;
import com.anycompany.capacitydb.value.AttributeValue.NS;
import com.anycompany.capacitydb.value.AttributeValue.Null;
import com.anycompany.capacitydb.value.AttributeValue.S;
import com.anycompany.capacitydb.value.AttributeValue.SS;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads attribute values from JSON that has the shape of attribute values, and validates them. */
public final class AttributeValueReader {

    private static final int MAX_LEVELS = 32;

    private final Wording wording;

    public AttributeValueReader(Wording wording) {
        this.wording = wording;
    }

    /** The attributes of an item or a key. */
    public Map<String, AttributeValue> readMap(JsonObject json) {
        return readMembers(json, 1);
    }

    public AttributeValue read(JsonObject json) {
        return read(json, 1);
    }

    private AttributeValue read(JsonObject json, int level) {
        if (level > MAX_LEVELS) {
            throw ServiceException.validation("Nesting Levels have exceeded supported limits: "
                    + "Attributes in the item have nested levels beyond supported limit");
        }
        AttributeValue value = null;
        boolean several = false;
        for (Map.Entry<String, Json> member : json.members().entrySet()) {
            AttributeValue read = read(member.getKey(), member.getValue(), json, level);
            several |= value != null && read != null;
            value = read == null ? value : read;
        }
        if (value == null) {
            throw ServiceException.validation(
                    "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
        }
        if (several) {
            throw ServiceException.validation("Supplied AttributeValue has more than one datatypes set, "
                    + "must contain exactly one of the supported datatypes");
        }
        return value;
    }

    /** Null for a member that is no type of attribute values, which is ignored. */
    private @Nullable AttributeValue read(String type, Json value, JsonObject json, int level) {
        return switch (type) {
            case "S" -> new S(text(value));
            case "N" -> new N(number(text(value)));
            case "B" -> new B(Binary.ofBase64(text(value)));
            case "BOOL" -> new Bool(isTrue(value));
            case "NULL" -> readNull(value);
            case "L" -> readList(json.objects("L"), level);
            case "M" -> new M(readMembers(json.objectOrEmpty("M"), level + 1));
            case "SS" -> readStrings(json.strings("SS"));
            case "NS" -> readNumbers(json.strings("NS"));
            case "BS" -> readBinaries(json.strings("BS"));
            default -> null;
        };
    }

    private L readList(List<JsonObject> elements, int level) {
        List<AttributeValue> values = new ArrayList<>();
        elements.forEach(element -> values.add(read(element, level + 1)));
        return new L(values);
    }

    private Map<String, AttributeValue> readMembers(JsonObject json, int level) {
        Map<String, AttributeValue> members = new LinkedHashMap<>();
        json.members().forEach((name, value) -> {
            if (value instanceof JsonObject object) {
                members.put(name, read(object, level));
            }
        });
        return members;
    }

    private static Null readNull(Json value) {
        if (!isTrue(value)) {
            throw ServiceException.invalidParameter("Null attribute value types must have the value of true");
        }
        return new Null();
    }

    private SS readStrings(List<String> members) {
        if (members.isEmpty()) {
            throw ServiceException.invalidParameter("An string set  may not be empty");
        }
        Set<String> distinct = new LinkedHashSet<>(members);
        if (distinct.size() < members.size()) {
            throw ServiceException.invalidParameter(
                    "Input collection " + shown(members, ", ", Utf8::compare) + " contains duplicates.");
        }
        return new SS(distinct);
    }

    private NS readNumbers(List<String> members) {
        if (members.isEmpty()) {
            throw ServiceException.invalidParameter("An number set  may not be empty");
        }
        List<Decimal> numbers = members.stream().map(this::number).toList();
        Set<Decimal> distinct = new LinkedHashSet<>(numbers);
        if (distinct.size() < numbers.size()) {
            throw wording == Wording.CURRENT
                    ? ServiceException.invalidParameter("Input collection contains duplicates.")
                    : ServiceException.validation("Input collection contains duplicates");
        }
        return new NS(distinct);
    }

    private BS readBinaries(List<String> members) {
        if (members.isEmpty()) {
            throw ServiceException.invalidParameter("Binary sets should not be empty");
        }
        Set<Binary> distinct =
                new LinkedHashSet<>(members.stream().map(Binary::ofBase64).toList());
        if (distinct.size() < members.size()) {
            throw ServiceException.invalidParameter("Input collection "
                    + shown(members, ",", Comparator.comparing(Binary::ofBase64)) + "of type BS contains duplicates.");
        }
        return new BS(distinct);
    }

    /** The members before the first repeated one in order, then the others as they were sent; or, in the older wording, all as sent. */
    private String shown(List<String> members, String separator, Comparator<String> order) {
        if (wording == Wording.OLDER) {
            return members.toString();
        }
        TreeSet<String> seen = new TreeSet<>(order);
        int next = 0;
        while (seen.add(members.get(next))) {
            next++;
        }
        List<String> shown = new ArrayList<>(seen);
        shown.addAll(members.subList(next, members.size()));
        return shown.stream().map(member -> '"' + member + '"').collect(Collectors.joining(separator, "[", "]"));
    }

    private Decimal number(String text) {
        if (text.isEmpty() && wording == Wording.OLDER) {
            throw ServiceException.validation("The parameter cannot be converted to a numeric value");
        }
        return wording == Wording.OLDER ? Decimal.parseOlder(text) : Decimal.parse(text);
    }

    private static String text(Json value) {
        return ((Json.Text) value).value();
    }

    private static boolean isTrue(Json value) {
        return ((Json.Bool) value).value();
    }
}
