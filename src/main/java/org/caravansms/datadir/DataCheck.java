package org.caravansms.datadir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.caravansms.broker.Broker;
import org.caravansms.store.IdempotencyStore;
import org.caravansms.store.SqliteFile;
import org.caravansms.store.StoreUnavailableException;

/** The check at the start: the data directory must have all that the last run noted. */
public final class DataCheck {

    private static final String CLIENT_IDS = "client-ids.db";
    private static final String IN_FLIGHT = "in-flight";

    private static final List<String> DATABASES = List.of(CLIENT_IDS, StoreCheck.FILE);

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
            DATABASES.forEach(
                    name -> files.put(name, data.resolve(name).toFile().length()));
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
        if (isCut(IN_FLIGHT, files)) {
            losses.add(data.resolve(IN_FLIGHT) + " is missing or cut");
        }
        if (!inventory.isCutOff(boot())) {
            DATABASES.stream().filter(name -> isCut(name, files)).forEach(this::cut);
        }
        broker.journalFiles().unreadable().forEach(losses::putAside);
        losses.settle();
        inventory.noteFiles();
    }

    private boolean isCut(String name, Map<String, Long> files) {
        return data.resolve(name).toFile().length() < files.getOrDefault(name, 0L);
    }

    /** SQLite never shortens a file; it would open the rest of one together with its log. */
    private void cut(String name) {
        if (Files.exists(data.resolve(name))) {
            losses.putAside(data.resolve(name));
        } else {
            losses.add(data.resolve(name) + " is missing");
        }
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
        } catch (StoreUnavailableException e) {
            if (!SqliteFile.isDamaged(e)) {
                throw new StartRefusedException(file + " cannot be opened (" + e.getMessage()
                        + "): see that it may be read and written, and that no other program has it");
            }
            losses.putAside(file);
            return open.get();
        }
    }

    /** SQLite opens a read-only file without an error, and fails with the first batch. */
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
