package org.caravansms.simulator;

import java.util.Map;

/** The values of command_id and their names (SMPP 3.4 issue 1.2, section 5.1.2.1). */
final class CommandId {
    static final int BIND_RECEIVER = 0x01;
    static final int BIND_TRANSMITTER = 0x02;
    static final int SUBMIT_SM = 0x04;
    static final int DELIVER_SM = 0x05;
    static final int UNBIND = 0x06;
    static final int BIND_TRANSCEIVER = 0x09;
    static final int ENQUIRE_LINK = 0x15;
    static final int DATA_SM = 0x103;
    static final int GENERIC_NACK = 0x80000000;

    private static final int RESPONSE = 0x80000000;
    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(BIND_RECEIVER, "bind_receiver"),
            Map.entry(BIND_TRANSMITTER, "bind_transmitter"),
            Map.entry(0x03, "query_sm"),
            Map.entry(SUBMIT_SM, "submit_sm"),
            Map.entry(DELIVER_SM, "deliver_sm"),
            Map.entry(UNBIND, "unbind"),
            Map.entry(0x07, "replace_sm"),
            Map.entry(0x08, "cancel_sm"),
            Map.entry(BIND_TRANSCEIVER, "bind_transceiver"),
            Map.entry(0x0B, "outbind"),
            Map.entry(ENQUIRE_LINK, "enquire_link"),
            Map.entry(0x21, "submit_multi"),
            Map.entry(0x102, "alert_notification"),
            Map.entry(DATA_SM, "data_sm"));

    private CommandId() {}

    static int responseTo(int request) {
        return request | RESPONSE;
    }

    static boolean isResponse(int commandId) {
        return (commandId & RESPONSE) != 0;
    }

    static boolean isBind(int commandId) {
        return commandId == BIND_RECEIVER || commandId == BIND_TRANSMITTER || commandId == BIND_TRANSCEIVER;
    }

    /** The name the specification gives; hexadecimal digits where it gives none. */
    static String name(int commandId) {
        if (commandId == GENERIC_NACK) {
            return "generic_nack";
        }
        String request = NAMES.get(commandId & ~RESPONSE);
        if (request == null) {
            return String.format("0x%08x", commandId);
        }
        return isResponse(commandId) ? request + "_resp" : request;
    }
}
