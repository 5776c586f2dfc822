package org.caravansms.operator;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.camel.Body;
import org.caravansms.message.Event;
import org.caravansms.message.Receipt;

/**
 * The command {@code receipts}: lists the receipts that no message was found for, each with its octets: a person finds
 * the message by the number and the text in them.
 *
 * @param orphans the oldest of them, up to a number
 */
public record ReceiptsCommand(IntFunction<List<Event>> orphans) {

    /**
     * @param words {@code orphans}, and a limit
     * @throws IllegalArgumentException when they are something else
     */
    public Reply answer(@Body List<String> words) {
        if (words.isEmpty() || !words.get(0).equals("orphans")) {
            throw new IllegalArgumentException(("Unknown command: receipts " + String.join(" ", words)).strip());
        }
        return list(orphans.apply(
                UsageFault.read(words.subList(1, words.size()), new ListLimit()).rows()));
    }

    private static Reply list(List<Event> orphans) {
        Table table = new Table("since", "provider", "bind", "smscId=SMSC'S ID", "state", "text=RECEIPT");
        orphans.forEach(orphan -> add(orphan, (Receipt) orphan.subject(), table));
        List<String> pdus = orphans.stream()
                .map(orphan -> octets((Receipt) orphan.subject()))
                .toList();
        List<String> lines = orphans.isEmpty() ? new ArrayList<>() : withPdus(table.lines(), pdus);
        lines.add((orphans.isEmpty() ? "No" : orphans.size()) + (orphans.size() == 1 ? " receipt" : " receipts")
                + " without a message");
        IntStream.range(0, pdus.size()).forEach(row -> table.rows().get(row).put("pdu", pdus.get(row)));
        return new Reply(Reply.DONE, lines).with("receipts", table.rows());
    }

    /** Each below its row. */
    private static List<String> withPdus(List<String> table, List<String> pdus) {
        List<String> lines = new ArrayList<>(table.subList(0, 1));
        for (int row = 0; row < pdus.size(); row++) {
            lines.add(table.get(row + 1));
            lines.add("  pdu " + Columns.known(pdus.get(row)));
        }
        return lines;
    }

    private static String octets(Receipt receipt) {
        return HexFormat.of().formatHex(Base64.getDecoder().decode(receipt.pdu()));
    }

    private static void add(Event orphan, Receipt receipt, Table table) {
        table.add(
                orphan.at().truncatedTo(ChronoUnit.SECONDS),
                orphan.provider(),
                receipt.bind(),
                receipt.smscId(),
                receipt.state(),
                receipt.text());
    }
}
