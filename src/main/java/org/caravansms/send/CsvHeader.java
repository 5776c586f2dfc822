package org.caravansms.send;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The columns of a file of messages: the keys of a message in docs/extending.md, and {@code smpp.NAME} and
 * {@code tlv.NAME}.
 *
 * @param columns in the order of the file
 */
public record CsvHeader(List<String> columns) {

    private static final Map<String, String> PARAMETERS = new LinkedHashMap<>();

    static {
        PARAMETERS.put("to", "recipient");
        PARAMETERS.put("text", "messagedata");
        PARAMETERS.put("from", "originator");
        PARAMETERS.put("type", "messagetype");
        PARAMETERS.put("id", "messageid");
        PARAMETERS.put("provider", "serviceprovider");
        PARAMETERS.put("priority", "priority");
        PARAMETERS.put("validUntil", "vp");
        PARAMETERS.put("sendAt", "sendondate");
        PARAMETERS.put("reportUrl", "reporturl");
        PARAMETERS.put("receipt", "registered_delivery");
    }

    /** @throws IllegalArgumentException naming the column that is wrong */
    public CsvHeader {
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            require(
                    isKnown(column),
                    "the column \"" + column + "\" is none of " + PARAMETERS.keySet() + ", smpp.NAME and tlv.NAME");
            require(seen.add(column), "the column " + column + " is there twice");
        }
        require(seen.contains("to") && seen.contains("text"), "the header needs the columns to and text");
    }

    private static void require(boolean right, String fault) {
        if (!right) {
            throw new IllegalArgumentException("line 1: " + fault);
        }
    }

    private static boolean isKnown(String column) {
        return PARAMETERS.containsKey(column) || column.matches("(smpp|tlv)\\..+");
    }

    /** @return by the name of a form's parameter; an empty value is none */
    public Map<String, String> parameters(List<String> values) {
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < values.size(); i++) {
            String column = columns.get(i);
            if (!values.get(i).isEmpty()) {
                parameters.put(
                        PARAMETERS.getOrDefault(column, column.replaceFirst("^smpp\\.", "")),
                        value(column, values.get(i)));
            }
        }
        return parameters;
    }

    /** Without a receipt is registered_delivery 0; otherwise the setting of the provider applies. */
    private static String value(String column, String given) {
        if (!column.equals("receipt")) {
            return given;
        }
        return given.equalsIgnoreCase("false") ? "0" : given.equalsIgnoreCase("true") ? "" : given;
    }
}
