package org.caravansms.datadir;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.caravansms.message.SmsMessage;
import org.caravansms.message.StoredMessage;
import org.caravansms.store.Database;
import org.caravansms.store.MessageStore;
import org.caravansms.store.SqliteFile;
import org.caravansms.store.StoreProgress;
import org.caravansms.store.StoreUnavailableException;
import org.caravansms.store.WrongStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store's part of the check at the start: no batch is missing, and each message that waits by the store's records
 * is on a queue. The gateway starts without comparison while a database on another machine is unavailable.
 */
public final class StoreCheck {

    private static final Logger LOG = LoggerFactory.getLogger("caravan");
    private static final int SECONDS = 5;

    /** The file of the embedded store in the data directory. */
    public static final String FILE = "store.db";

    /** The number of waiting messages that no queue has, as a person has accepted it. */
    private static final String NOT_FOUND = "not-found";

    private final Database database;
    private final String place;
    private final Path file;
    private final MessageStore messages;
    private final WaitingMessages waiting;
    private final Inventory inventory;
    private final MissingData losses;
    private CompletableFuture<Void> opened;

    /**
     * @param place its name in the inventory; another database has nothing of this gateway
     * @param file its file, null when it is on another machine
     */
    public StoreCheck(
            Database database,
            String place,
            Path file,
            MessageStore messages,
            WaitingMessages waiting,
            Inventory inventory,
            MissingData losses) {
        this.database = database;
        this.place = place;
        this.file = file;
        this.messages = messages;
        this.waiting = waiting;
        this.inventory = inventory;
        this.losses = losses;
    }

    /** Opens the database while the routes are loaded. */
    void open() {
        opened = CompletableFuture.runAsync(this::openOrPutAside);
    }

    private void openOrPutAside() {
        if (file != null) {
            DataCheck.requireWritable(file);
        }
        try {
            database.open();
        } catch (StoreUnavailableException e) {
            if (file == null || !SqliteFile.isDamaged(e)) {
                throw e;
            }
            losses.putAside(file);
            database.open();
        }
    }

    /**
     * @param cutOff whether the machine was restarted, which may lose the last commits of the file
     * @throws StartRefusedException also for losses found before
     */
    void compare(boolean cutOff) {
        if (!isOpen()) {
            losses.settle();
            return;
        }
        StoreProgress progress = new StoreProgress(database);
        long batches = progress.batches();
        long were = inventory.count(place);
        boolean whole = batches >= were;
        if (!whole && cutOff && file != null) {
            LOG.warn("Store     the machine went down, and {} lost its last commits", file);
        } else {
            losses.compare(file == null ? database.toString() : file.toString(), batches, were);
        }
        Set<String> lost = waiting.lost(progress::waitingCount, progress::waiting);
        boolean isNewLoss = whole && !inventory.isNew() && lost.size() > inventory.count(NOT_FOUND);
        if (isNewLoss) {
            losses.add(lost.size() + " messages wait to be sent, as the store knows, and no queue has them: files of "
                    + "journal, bindings or paging in the data directory are damaged");
        }
        losses.settle();
        if (isNewLoss && inventory.count(NOT_FOUND) == 0) {
            waiting.fail(found(lost));
        }
        inventory.note(NOT_FOUND, lost.size());
        inventory.note(place, batches);
    }

    void close() {
        database.close();
    }

    private List<SmsMessage> found(Set<String> ids) {
        return ids.stream()
                .map(messages::find)
                .flatMap(Optional::stream)
                .map(StoredMessage::message)
                .toList();
    }

    private boolean isOpen() {
        try {
            (file == null ? opened.orTimeout(SECONDS, TimeUnit.SECONDS) : opened).join();
            return true;
        } catch (CompletionException e) {
            if (e.getCause() instanceof StartRefusedException refused) {
                throw refused;
            }
            if (e.getCause() instanceof WrongStoreException wrong) {
                throw new StartRefusedException(
                        wrong.getMessage() + ". Start the version that made it, or name another in sms.store.url");
            }
            String reason = e.getCause() instanceof StoreUnavailableException away ? away.getMessage() : "no answer";
            if (file != null) {
                throw new StartRefusedException(
                        reason + ": see that " + file + " may be read and written, and that no other program has it");
            }
            LOG.warn("Store     it cannot be checked for missing data: {}", reason);
            return false;
        }
    }
}
