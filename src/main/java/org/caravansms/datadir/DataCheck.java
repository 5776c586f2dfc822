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
import org.caravansms.store.Database;
import org.caravansms.store.IdempotencyStore;
import org.h2.mvstore.MVStoreException;

/** The check at the start: the data directory must have all that the last run noted. */
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
            Map<String, Long> files = new HashMap<>(broker.journalFiles().sizes());
            files.put(IN_FLIGHT, data.resolve(IN_FLIGHT).toFile().length());
            return files;
        });
    }

    /** Before the broker drops the data of a missing file, after which a restored file would not help. */
    public void beforeTheBroker() {
        if (inventory.isNew()) {
            return;
        }
        Map<String, Long> files = inventory.files();
        broker.journalFiles().damage(files).forEach(losses::add);
        if (data.resolve(IN_FLIGHT).toFile().length() < files.getOrDefault(IN_FLIGHT, 0L)) {
            losses.add(data.resolve(IN_FLIGHT) + " is missing or cut");
        }
        broker.journalFiles().unreadable().forEach(losses::putAside);
        losses.settle();
        inventory.noteFiles();
    }

    /** The broker may have completed its work after a kill and removed files. The store opens in the background. */
    public void onceTheBrokerRuns() {
        if (!inventory.isNew()) {
            inventory.noteFiles();
        }
        store.open();
    }

    /** @param open opens the file, and passes on the number of batches on disk */
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
            if (!Database.isDamaged(e)) {
                throw new StartRefusedException(file + " cannot be opened (" + e.getMessage()
                        + "): see that it may be read and written, and that no other program has it");
            }
            losses.putAside(file);
            return open.get();
        }
    }

    /** H2 opens a read-only file without an error, and stores nothing. */
    static void requireWritable(Path file) {
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw new StartRefusedException(file + " cannot be written: make it the gateway's own user's");
        }
    }

    /** Before clients are served and queues are read. */
    public void beforeTheRoutes() {
        String boot = boot();
        store.compare(inventory.isCutOff(boot));
        inventory.note(CLIENT_IDS, clientIds.batches());
        inventory.noteBoot(boot);
        passed = true;
    }

    /** After the last write. */
    public void stopped() {
        store.close();
        if (passed) {
            inventory.noteBoot("");
        }
    }

    /** @return the boot id of the machine; empty where it has none */
    private static String boot() {
        try {
            return Files.readString(BOOT).strip();
        } catch (IOException e) {
            return "";
        }
    }
}
