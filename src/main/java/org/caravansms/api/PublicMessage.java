package org.caravansms.api;

import java.util.Map;

/**
 * One message as routes and producers write it, a JSON object or a Map: {@code {"to":"+36201234567","text":"Hello"}} is
 * enough. docs/extending.md explains each key; an unknown one is refused. A null stands for a missing key.
 *
 * @param to the recipient's number
 * @param text the text, or the data of another type
 * @param from the sender
 * @param type the message type, as {@code messagetype} of the HTTP API
 * @param id the client's own id
 * @param provider the SMSC connection that the message is for
 * @param priority 0 to 9
 * @param validUntil when it expires, ISO 8601 with an offset or a zone
 * @param sendAt when it is to be sent, in the same form
 * @param reportUrl the template of the URL for reports
 * @param receipt false: the SMSC is asked for no receipt
 * @param smpp fields of the submit_sm under their names in the standard
 * @param tlv optional parameters of the submit_sm by number or name
 * @param tags the client's own names and values
 */
record PublicMessage(
        String to,
        String text,
        String from,
        String type,
        String id,
        String provider,
        String priority,
        String validUntil,
        String sendAt,
        String reportUrl,
        Boolean receipt,
        Map<String, String> smpp,
        Map<String, String> tlv,
        Map<String, Object> tags) {

    private static final String NO_RECEIPT = "0";

    PublicMessage {
        smpp = smpp == null ? Map.of() : smpp;
        tlv = tlv == null ? Map.of() : tlv;
        tags = tags == null ? Map.of() : tags;
    }

    /** Only the recipient of a message that cannot be read, for its report. */
    static PublicMessage to(String to) {
        return new PublicMessage(to, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    String get(MessageField field) {
        return switch (field) {
            case RECIPIENT -> to;
            case TEXT -> text;
            case TYPE -> type;
            case ORIGINATOR -> from;
            case PROVIDER -> provider;
            case VALID_UNTIL -> validUntil;
            case SEND_AT -> sendAt;
            case CLIENT_ID -> id;
            case REPORT_URL -> reportUrl;
            case PRIORITY -> priority;
            case REGISTERED_DELIVERY ->
                Boolean.FALSE.equals(receipt)
                        ? smpp.getOrDefault(field.parameter(), NO_RECEIPT)
                        : smpp.get(field.parameter());
            default -> smpp.get(field.parameter());
        };
    }

    /** Without the text and the number. */
    @Override
    public String toString() {
        return "PublicMessage";
    }
}
