package org.caravansms.message;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The fields of a submit_sm that a client may set itself, one octet each, SMPP 3.4 section 4.4.1. */
public enum SmppField {
    SOURCE_ADDR_TON("source_addr_ton"),
    SOURCE_ADDR_NPI("source_addr_npi"),
    DEST_ADDR_TON("dest_addr_ton"),
    DEST_ADDR_NPI("dest_addr_npi"),
    DATA_CODING("data_coding"),
    ESM_CLASS("esm_class"),
    REGISTERED_DELIVERY("registered_delivery"),
    PROTOCOL_ID("protocol_id"),
    REPLACE_IF_PRESENT_FLAG("replace_if_present_flag"),
    SM_DEFAULT_MSG_ID("sm_default_msg_id");

    private static final Map<String, SmppField> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(SmppField::standardName, Function.identity()));

    private final String standardName;

    SmppField(String standardName) {
        this.standardName = standardName;
    }

    /** @return the name in the standard and in the HTTP API */
    public String standardName() {
        return standardName;
    }

    /** @return null when there is no such field */
    public static SmppField named(String standardName) {
        return BY_NAME.get(standardName);
    }
}
