package org.caravansms.simulator;

import java.io.PrintStream;
import java.util.HexFormat;
import java.util.List;

/** Prints one line for people for each PDU. */
record ConsoleJournal(PrintStream out) implements Journal {
    @Override
    public void write(List<Exchange> exchanges) {
        exchanges.forEach(exchange -> out.println(line(exchange)));
    }

    static String line(Exchange exchange) {
        Pdu pdu = exchange.request();
        return CommandId.name(pdu.commandId()) + "  seq=" + Integer.toUnsignedString(pdu.sequence()) + content(exchange)
                + response(exchange.response());
    }

    private static String content(Exchange exchange) {
        if (exchange.submitSm() != null) {
            return submitSm(exchange.submitSm());
        }
        if (exchange.delivery() != null) {
            return " " + exchange.delivery().delivery() + delivery(exchange);
        }
        boolean isBind = CommandId.isBind(exchange.request().commandId()) && exchange.systemId() != null;
        return isBind ? " system_id=" + escape(exchange.systemId()) : "";
    }

    private static String delivery(Exchange exchange) {
        int times = exchange.delivery().times();
        String again = times == 1 ? "" : " (for the " + times + ". time)";
        return exchange.isSent() ? again : " -> " + status(exchange.request().commandStatus());
    }

    private static String submitSm(SubmitSm pdu) {
        PduAddress from = pdu.source();
        PduAddress to = pdu.destination();
        return " from=%s (ton %d npi %d) to=%s (ton %d npi %d) dcs=0x%02x%s \"%s\""
                .formatted(
                        escape(from.addr()),
                        from.ton(),
                        from.npi(),
                        escape(to.addr()),
                        to.ton(),
                        to.npi(),
                        pdu.dataCoding(),
                        header(pdu.header()),
                        escape(pdu.text()));
    }

    private static String header(byte[] header) {
        return header.length == 0 ? "" : " udh=" + HexFormat.of().formatHex(header);
    }

    private static String response(Response response) {
        if (response == null) {
            return "";
        }
        String status = " -> " + status(response.pdu().commandStatus());
        String id = response.messageId() == null ? "" : " id=" + response.messageId();
        return status + id + (response.fate() == ResponseFate.LEAVES ? "" : " (the response is lost)");
    }

    private static String status(int commandStatus) {
        return "0x%02x".formatted(commandStatus);
    }

    /** Text on one line: control characters are escaped as in Java, and so are the quote and the backslash. */
    static String escape(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.chars().forEach(c -> line.append(escape((char) c)));
        return line.toString();
    }

    private static String escape(char c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            default -> isUnseen(c) ? String.format("\\u%04x", (int) c) : String.valueOf(c);
        };
    }

    // also the separators and direction marks that could disorder a terminal
    private static boolean isUnseen(char c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
