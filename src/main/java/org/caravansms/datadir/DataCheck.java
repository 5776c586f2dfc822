package org.caravansms.datadir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.caravansms.broker.Broker;
import org.caravansms.store.DatabaseDamage;
import org.caravansms.store.IdempotencyStore;
import org.h2.mvstore.MVStoreException;

/** One check at the start: what the last run noted of the data directory must be there. */
public final class DataCheck {

    private static final String CLIENT_IDS = "client-ids.mv";
    private static final String IN_FLIGHT = "in-flight";
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

    private final Path data;
    private final Inventory inventory;
    private final Broker broker;
    private final StoreCheck store;
    private final MissingData losses;
    private IdempotencyStore clientIds;
    private boolean passed;

    public DataCheck(Path data, Inventory inventory, Broker broker, StoreCheck store, MissingData losses) {
        this.data = data;
        this.inventory = inventory;
        this.broker = broker;
        this.store = store;
        this.losses = losses;
    }

    public static Inventory inventory(Path data, Broker broker) {
        return new Inventory(data.resolve("inventory"), () -> {
            Map<String, Long> files = new HashMap<>(broker.files());
            files.put(IN_FLIGHT, size(data.resolve(IN_FLIGHT)));
            return files;
        });
    }

    /** The broker drops what belongs to a file that is missing, and then it does not help to put that back. */
    public void beforeTheBroker() {
        if (inventory.isNew()) {
            return;
        }
        Map<String, Long> files = inventory.files();
        broker.damage(files).forEach(losses::add);
        if (size(data.resolve(IN_FLIGHT)) < files.getOrDefault(IN_FLIGHT, 0L)) {
            losses.add(data.resolve(IN_FLIGHT) + " is missing or cut");
        }
        broker.unreadable().forEach(losses::putAside);
        losses.settle();
        inventory.noteFiles();
    }

    /** It may have finished what a kill cut short, and removed files. The store takes its time to open. */
    public void onceTheBrokerRuns() {
        if (!inventory.isNew()) {
            inventory.noteFiles();
        }
        store.open();
    }

    /** @param open opens the file; what it is given hears how many batches are on disk */
    public IdempotencyStore clientIds(Path file, Function<LongConsumer, IdempotencyStore> open) {
        clientIds = readable(file, () -> open.apply(batches -> inventory.note(CLIENT_IDS, batches)));
        losses.compare(file.toString(), clientIds.batches(), inventory.count(CLIENT_IDS));
        return clientIds;
    }

    private IdempotencyStore readable(Path file, Supplier<IdempotencyStore> open) {
        requireWritable(file);
        try {
            return open.get();
        } catch (MVStoreException e) {
            if (!DatabaseDamage.isIn(e)) {
                throw new StartRefusedException(file + " cannot be opened (" + e.getMessage()
                        + "): see that it may be read and written, and that no other program has it");
            }
            losses.putAside(file);
            return open.get();
        }
    }

    /** H2 opens one that it may only read without a word, and keeps nothing. */
    static void requireWritable(Path file) {
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw new StartRefusedException(file + " cannot be written: make it the gateway's own user's");
        }
    }

    /** No client is heard yet, and nothing is taken off a queue. */
    public void beforeTheRoutes() {
        String boot = boot();
        store.compare(inventory.isCutOff(boot));
        inventory.note(CLIENT_IDS, clientIds.batches());
        inventory.noteBoot(boot);
        passed = true;
    }

    /** Nothing writes there any more. */
    public void stopped() {
        store.close();
        if (passed) {
            inventory.noteBoot("");
        }
    }

    /** @return what the machine calls its present run; empty where it has no name for that */
    private static String boot() {
        try {
            return Files.readString(BOOT).strip();
        } catch (IOException e) {
            return "";
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }
}
