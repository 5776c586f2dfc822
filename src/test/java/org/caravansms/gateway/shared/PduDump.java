package org.caravansms.gateway.shared;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A PDU as a page shows it: a line a field with its name, its octets and, where it has one, its text. */
final class PduDump {

    private static final Map<Integer, String> COMMANDS = Map.of(
            0x04, "submit_sm",
            0x80000004, "submit_sm_resp",
            0x05, "deliver_sm",
            0x80000005, "deliver_sm_resp");

    private static final Map<Integer, String> PARAMETERS =
            Map.of(0x001E, "receipted_message_id", 0x0427, "message_state", 0x0423, "network_error_code");

    private static final List<String> HEADER =
            List.of("command_length", "command_id", "command_status", "sequence_number");

    /** Section 4.4.1 and 4.6.1; those with an asterisk are C-octet strings. */
    private static final List<String> MESSAGE = List.of(
            "service_type*",
            "source_addr_ton",
            "source_addr_npi",
            "source_addr*",
            "dest_addr_ton",
            "dest_addr_npi",
            "destination_addr*",
            "esm_class",
            "protocol_id",
            "priority_flag",
            "schedule_delivery_time*",
            "validity_period*",
            "registered_delivery",
            "replace_if_present_flag",
            "data_coding",
            "sm_default_msg_id",
            "sm_length");

    private static final int UDHI = 0x40;
    private static final int WIDTH = 32;

    private final ByteBuffer octets;
    private final StringBuilder lines = new StringBuilder();
    private int esmClass;

    private PduDump(byte[] pdu) {
        octets = ByteBuffer.wrap(pdu);
    }

    static String of(byte[] pdu) {
        return new PduDump(pdu).dumped();
    }

    private String dumped() {
        int command = octets.getInt(4);
        HEADER.forEach(name -> line(name, take(Integer.BYTES), name.equals("command_id") ? COMMANDS.get(command) : ""));
        if (command < 0) {
            line("message_id", cString(), null);
        } else {
            MESSAGE.forEach(this::field);
            parameters();
        }
        return lines.toString();
    }

    private void field(String name) {
        if (name.endsWith("*")) {
            line(name.substring(0, name.length() - 1), cString(), null);
            return;
        }
        byte[] value = take(1);
        line(name, value, "");
        esmClass = name.equals("esm_class") ? value[0] : esmClass;
        if (name.equals("sm_length")) {
            message(Byte.toUnsignedInt(value[0]));
        }
    }

    private void message(int length) {
        int header = (esmClass & UDHI) == 0 ? 0 : 1 + octets.get(octets.position());
        if (header > 0) {
            line("user data header", take(header), "");
        }
        line("short_message", take(length - header), null);
    }

    private void parameters() {
        while (octets.hasRemaining()) {
            int tag = octets.getShort(octets.position());
            line("tag and length", take(Integer.BYTES), PARAMETERS.getOrDefault(tag, "?"));
            byte[] value = take(octets.getShort(octets.position() - Short.BYTES));
            line("value", value, value.length > Integer.BYTES ? null : "");
        }
    }

    private byte[] take(int count) {
        byte[] taken = new byte[count];
        octets.get(taken);
        return taken;
    }

    private byte[] cString() {
        int end = octets.position();
        while (octets.get(end) != 0) {
            end++;
        }
        return take(end + 1 - octets.position());
    }

    /** @param meaning null for the text of the octets */
    private void line(String name, byte[] value, String meaning) {
        for (int from = 0; from < value.length; from += WIDTH) {
            byte[] some = Arrays.copyOfRange(value, from, Math.min(from + WIDTH, value.length));
            String text = meaning != null ? meaning : text(some);
            String hex = HexFormat.of().formatHex(some);
            lines.append(String.format("%-24s%s%s%n", from == 0 ? name : "", hex, text.isEmpty() ? "" : "  " + text));
        }
    }

    private static String text(byte[] octets) {
        String text = new String(octets, StandardCharsets.US_ASCII).replace("\0", "");
        return text.isEmpty() ? "" : '"' + text + '"';
    }

    /** @return all of them, each behind an empty line but the first */
    static String of(List<byte[]> pdus) {
        return pdus.stream().map(PduDump::of).collect(Collectors.joining("\n"));
    }
}
