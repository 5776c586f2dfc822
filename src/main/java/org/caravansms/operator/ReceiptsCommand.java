package org.caravansms.operator;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntFunction;
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

    private static final List<String> HEAD = List.of("SINCE", "PROVIDER", "BIND", "SMSC'S ID", "STATE", "RECEIPT");

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
        List<String> lines = new ArrayList<>();
        if (!orphans.isEmpty()) {
            List<List<String>> rows = new ArrayList<>(List.of(HEAD));
            orphans.forEach(orphan -> rows.add(row(orphan, (Receipt) orphan.subject())));
            List<String> table = Columns.of(rows);
            lines.add(table.get(0));
            for (int i = 0; i < orphans.size(); i++) {
                lines.add(table.get(i + 1));
                lines.add(
                        "  pdu " + Columns.known(octets((Receipt) orphans.get(i).subject())));
            }
        }
        lines.add((orphans.isEmpty() ? "No" : orphans.size()) + (orphans.size() == 1 ? " receipt" : " receipts")
                + " without a message");
        return new Reply(Reply.DONE, lines);
    }

    private static String octets(Receipt receipt) {
        return HexFormat.of().formatHex(Base64.getDecoder().decode(receipt.pdu()));
    }

    private static List<String> row(Event orphan, Receipt receipt) {
        return List.of(
                orphan.at().truncatedTo(ChronoUnit.SECONDS).toString(),
                orphan.provider(),
                Integer.toString(receipt.bind()),
                Columns.known(receipt.smscId()),
                receipt.state().toString(),
                Columns.known(receipt.text()));
    }
}
