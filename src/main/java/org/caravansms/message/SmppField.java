package org.caravansms.message;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The fields of a submit_sm that a client may set itself, one octet each, SMPP 3.4 section 4.4.1. */
public enum SmppField {
    SOURCE_ADDR_TON,
    SOURCE_ADDR_NPI,
    DEST_ADDR_TON,
    DEST_ADDR_NPI,
    DATA_CODING,
    ESM_CLASS,
    REGISTERED_DELIVERY,
    PROTOCOL_ID,
    REPLACE_IF_PRESENT_FLAG,
    SM_DEFAULT_MSG_ID;

    private static final Map<String, SmppField> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(SmppField::standardName, Function.identity()));

    private final String standardName = name().toLowerCase(Locale.ROOT);

    /** @return the name in the standard and in the HTTP API */
    public String standardName() {
        return standardName;
    }

    /** @return null when there is no such field */
    public static SmppField named(String standardName) {
        return BY_NAME.get(standardName);
    }
}
