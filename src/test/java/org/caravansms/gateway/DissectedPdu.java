package org.caravansms.gateway;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.caravansms.smpp.Handset;

/** One PDU as Wireshark's dissector shows it: its fields by their names there, with those of its user data header. */
record DissectedPdu(Map<String, String> fields) {

    private static final int UCS2 = 0x08;

    /** The dissector writes each half of a surrogate pair as a character of its own. */
    private static final Charset WRITTEN = Charset.forName("CESU-8");

    /** Reads JSON in its order: a packet may have several PDUs, and what their headers say follows each of them. */
    static List<DissectedPdu> all(InputStream json) throws IOException {
        List<DissectedPdu> pdus = new ArrayList<>();
        try (JsonParser parser = new JsonMapper().createParser(new InputStreamReader(json, WRITTEN))) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.START_OBJECT && "smpp".equals(parser.currentName())) {
                    pdus.add(new DissectedPdu(new HashMap<>()));
                } else if (parser.currentToken() == JsonToken.VALUE_STRING && !pdus.isEmpty()) {
                    pdus.get(pdus.size() - 1).fields.putIfAbsent(parser.currentName(), parser.getText());
                }
            }
        }
        return pdus;
    }

    /** @return empty where it does not have the field */
    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    int number(String name, int absent) {
        String text = field(name);
        return text.isEmpty() ? absent : Long.decode(text).intValue();
    }

    /** @return short_message or message_payload */
    byte[] octets() {
        String octets = field("smpp.message") + field("smpp.message_payload");
        return octets.isEmpty() ? new byte[0] : HexFormat.ofDelimiter(":").parseHex(octets);
    }

    /** @return its user data header with the length, empty when esm_class tells of none */
    byte[] header() {
        byte[] octets = octets();
        boolean isThere = number("smpp.esm.submit.features", 0) % 2 == 1;
        return Arrays.copyOf(octets, isThere ? 1 + octets[0] : 0);
    }

    /** @return the octets behind the header */
    byte[] body() {
        byte[] octets = octets();
        return Arrays.copyOfRange(octets, header().length, octets.length);
    }

    /** @return what a person reads, in the dissector's words where it knows the alphabet; of data their hexadecimal digits */
    String content() {
        int dataCoding = number("smpp.data_coding", -1);
        if (dataCoding == 0 || dataCoding == UCS2) {
            return field("smpp.message_text");
        }
        boolean isText = (dataCoding & 0xF4) == 0x10;
        return isText ? Handset.read(dataCoding, body()) : HexFormat.of().formatHex(body());
    }

    /** @return which part it is, by its header or its sar_* */
    int part() {
        return number("gsm_sms.udh.mm.msg_part", number("smpp.sar_segment_seqnum", 1));
    }

    int parts() {
        return number("gsm_sms.udh.mm.msg_parts", number("smpp.sar_total_segments", 1));
    }

    int reference() {
        return number("gsm_sms.udh.mm.msg_id", number("smpp.sar_msg_ref_num", -1));
    }
}
