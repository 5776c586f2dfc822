package org.caravansms.simulator;

import java.util.HexFormat;
import java.util.List;

/** Prints one line for people for each PDU. */
record ConsoleJournal(Console console) implements Journal {
    @Override
    public void write(List<Exchange> exchanges) {
        exchanges.forEach(exchange -> console.line(line(exchange)));
    }

    @Override
    public void unsent(List<Exchange> responses) {
        write(responses);
    }

    static String line(Exchange exchange) {
        Pdu request = exchange.request();
        return CommandId.name(request.commandId()) + "  seq=" + Integer.toUnsignedString(request.sequence())
                + content(exchange) + response(exchange.response());
    }

    private static String content(Exchange exchange) {
        if (exchange.submitSm() != null) {
            return submitSm(exchange.submitSm());
        }
        boolean isBind = CommandId.isBind(exchange.request().commandId()) && exchange.systemId() != null;
        return isBind ? " system_id=" + Printable.escape(exchange.systemId()) : "";
    }

    private static String submitSm(SubmitSm pdu) {
        Address from = pdu.source();
        Address to = pdu.destination();
        return " from=%s (ton %d npi %d) to=%s (ton %d npi %d) dcs=0x%02x%s \"%s\""
                .formatted(
                        Printable.escape(from.addr()),
                        from.ton(),
                        from.npi(),
                        Printable.escape(to.addr()),
                        to.ton(),
                        to.npi(),
                        pdu.dataCoding(),
                        header(pdu.header()),
                        Printable.escape(pdu.text()));
    }

    private static String header(byte[] header) {
        return header.length == 0 ? "" : " udh=" + HexFormat.of().formatHex(header);
    }

    private static String response(Response response) {
        if (response == null) {
            return "";
        }
        String status = " -> 0x%02x".formatted(response.pdu().commandStatus());
        String id = response.messageId() == null ? "" : " id=" + response.messageId();
        return status + id + (response.fate() == Fate.LEAVES ? "" : " (the response is lost)");
    }
}
