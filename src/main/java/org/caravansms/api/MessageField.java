package org.caravansms.api;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.caravansms.message.SmppField;

/** The fields of a message, with their names in forms, in the JSON API and in {@link PublicMessage}. */
enum MessageField {
    RECIPIENT("recipient", "to_address", "to", false),
    TEXT("messagedata", "text", "text", true),
    TYPE("messagetype", null, "type", true),
    ORIGINATOR("originator", "from_address", "from", true),
    PROVIDER("serviceprovider", "to_connection", "provider", true),
    VALID_UNTIL("vp", "valid_until", "validUntil", true),
    SEND_AT("sendondate", "time_to_send", "sendAt", true),
    CLIENT_ID("messageid", "message_id", "id", false),
    REPORT_URL("reporturl", null, "reportUrl", true),
    /** Our own addition: the vendor's API has none. */
    PRIORITY("priority", "priority", "priority", true),
    SERVICE_TYPE("service_type"),
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

    static final Set<MessageField> ALL = Collections.unmodifiableSet(EnumSet.allOf(MessageField.class));

    /** The fields that set one of the submit_sm. */
    static final Map<MessageField, SmppField> SMPP = smpp();

    /** The fields whose values are no free texts: white space around them is dropped. */
    private static final Set<MessageField> CLOSED =
            EnumSet.complementOf(EnumSet.of(RECIPIENT, TEXT, ORIGINATOR, CLIENT_ID));

    private static final Set<String> NUMBERS =
            Set.of(RECIPIENT.parameter, ApiRequest.MISSPELT_RECIPIENT, ORIGINATOR.parameter);

    private final String parameter;
    private final String jsonName;
    private final String key;
    private final boolean hasDefault;

    /** A field of the submit_sm, under its name in the standard. */
    MessageField(String standardName) {
        this(standardName, standardName, "smpp." + standardName, true);
    }

    MessageField(String parameter, String jsonName, String key, boolean hasDefault) {
        this.parameter = parameter;
        this.jsonName = jsonName;
        this.key = key;
        this.hasDefault = hasDefault;
    }

    /** @return the name of the form's parameter, without an index */
    String parameter() {
        return parameter;
    }

    /** @return the key in the JSON API, null when that has none */
    String jsonName() {
        return jsonName;
    }

    /** @return the key in a {@link PublicMessage}, {@code smpp.} in front where it is one of that object */
    String key() {
        return key;
    }

    /** @return whether an un-indexed parameter beside {@code messagecount} is the default of every message */
    boolean hasDefault() {
        return hasDefault;
    }

    /** @return the value without white space that is none of it, or null */
    String trimmed(String value) {
        return value == null || !CLOSED.contains(this) ? value : Trim.space(value);
    }

    /** @param parameter the name of a parameter, without an index */
    static boolean isNumber(String parameter) {
        return NUMBERS.contains(parameter);
    }

    /** @return whether the standard has such a field, and a client may set it */
    static boolean isOfSubmitSm(String standardName) {
        return SERVICE_TYPE.parameter.equals(standardName) || SmppField.named(standardName) != null;
    }

    private static Map<MessageField, SmppField> smpp() {
        Map<MessageField, SmppField> smpp = new EnumMap<>(MessageField.class);
        Arrays.stream(values())
                .filter(field -> SmppField.named(field.parameter) != null)
                .forEach(field -> smpp.put(field, SmppField.named(field.parameter)));
        return smpp;
    }
}
