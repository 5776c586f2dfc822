package org.caravansms.store;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.caravansms.message.DeliveryState;
import org.caravansms.message.Event;
import org.caravansms.message.EventType;
import org.caravansms.message.MessageOptions;
import org.caravansms.message.Receipt;
import org.caravansms.message.SmsMessage;

/**
 * How fast events become rows: not a test. Arguments: {@code sqlite|postgresql}, events a batch, messages, and how many messages a
 * receipt is behind its message.
 */
final class StoreSpeed {

    private StoreSpeed() {}

    public static void main(String[] arguments) throws Exception {
        int batch = Integer.parseInt(arguments[1]);
        int messages = Integer.parseInt(arguments[2]);
        int behind = Integer.parseInt(arguments[3]);
        Path directory = Files.createTempDirectory("speed");
        Database database = arguments[0].equals("sqlite")
                ? new Database(SqliteFile.url(directory.resolve("store.db")), "", "")
                : new Database(PostgresServer.shared().freshSchema(), "sms", "");
        try (database) {
            ApplyEvents store = new ApplyEvents(
                    database,
                    java.time.Clock.systemUTC(),
                    name -> name,
                    message -> false,
                    message -> "ann",
                    java.time.Duration.ofDays(1),
                    (alphabet, octets) -> "",
                    batches -> {});
            run(store, batch, messages / 4, behind, "warming up");
            run(store, batch, messages, behind, String.join(" ", arguments));
        }
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                System.out.println(file.getFileName() + " " + Files.size(file) / 1_000_000 + " MB");
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    private static void run(ApplyEvents store, int batch, int messages, int behind, String what) throws Exception {
        List<Event> events = events(messages, behind);
        long cpu = cpu();
        long thread = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long begin = System.nanoTime();
        int told = 0;
        for (int from = 0; from < events.size(); from += batch) {
            told += store.applied(events.subList(from, Math.min(events.size(), from + batch)))
                    .size();
            store.published();
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%s: %.0f messages/s, CPU of a message %.1f µs, of the store's thread %.1f µs, told of %d%n",
                what,
                messages / seconds,
                (cpu() - cpu) / 1e3 / messages,
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - thread) / 1e3 / messages,
                told);
    }

    private static List<Event> events(int messages, int behind) {
        List<String> ids = new ArrayList<>();
        List<Event> events = new ArrayList<>();
        int base = (int) (System.nanoTime() % 1_000_000) * 1000;
        for (int i = 0; i < messages + behind; i++) {
            if (i < messages) {
                String id = org.caravansms.message.MessageIds.next();
                ids.add(id);
                events.add(Event.accepted(message(id, i)));
                events.add(Event.of(EventType.SUBMITTED, Instant.now(), id, "acme")
                        .with(StoreAnswers.parts(Integer.toHexString(base + i))));
            }
            if (i >= behind) {
                events.add(Event.receipt(Instant.now(), "acme", receipt(base, i - behind)));
            }
        }
        return events;
    }

    private static SmsMessage message(String id, int i) {
        String text = "Your code is " + i + ". Never tell it to anyone, and thank you for shopping with us.";
        return new SmsMessage(
                id, "ann", "Shop", "+36201" + (100_000 + i), "SMS:TEXT", text, "", Instant.now(), MessageOptions.NONE);
    }

    private static Receipt receipt(int base, int i) {
        String id = Integer.toHexString(base + i);
        return new Receipt(
                id,
                "",
                false,
                DeliveryState.DELIVERED,
                "000",
                Instant.now(),
                "36201" + (100_000 + i),
                "Shop",
                1,
                "id:" + id,
                "AAAA".repeat(50));
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
