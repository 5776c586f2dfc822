package org.caravansms.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.journal.Journal;
import org.apache.activemq.artemis.core.journal.impl.JournalFile;
import org.apache.activemq.artemis.core.journal.impl.JournalImpl;
import org.apache.activemq.artemis.core.paging.PagingManager;
import org.apache.activemq.artemis.core.paging.PagingStore;
import org.apache.activemq.artemis.core.persistence.StorageManager;
import org.apache.activemq.artemis.core.server.ActiveMQServer;

/**
 * The files of the running broker as they are at one moment, made in the steps by which Artemis itself brings a replica
 * up to date: commits wait for some milliseconds while both journals begin a new file and the pages a new page. The files
 * before change no more, and are neither removed nor used again until they are copied.
 */
public final class BrokerSnapshot {

    private static final int FLUSH_SECONDS = 10;

    private final ActiveMQServer server;
    private final Path data;

    BrokerSnapshot(ActiveMQServer server, Path data) {
        this.server = server;
        this.data = data;
    }

    /** Some work that may fail. */
    @FunctionalInterface
    public interface Work<T> {
        void on(T value) throws Exception;
    }

    /**
     * @param atTheMoment is done while commits wait: what belongs to the same moment. Gets the data directory
     * @param copy copies the files, and takes the time that it needs. The folder {@code large-messages} is in it as hard
     *     links, which the caller need not remove
     */
    public void take(Work<Path> atTheMoment, Work<List<Path>> copy) throws Exception {
        StorageManager storage = server.getStorageManager();
        PagingManager paging = server.getPagingManager();
        List<Journal> journals = List.of(storage.getMessageJournal(), storage.getBindingsJournal());
        List<Path> files = new ArrayList<>();
        Path links = Files.createTempDirectory(data, ".snapshot");
        try {
            hold(storage, paging, journals, () -> {
                files.addAll(files(journals, paging));
                link(data.resolve("large-messages"), links);
                atTheMoment.on(data);
            });
            files.addAll(list(links));
            copy.on(files);
        } finally {
            journals.forEach(Journal::replicationSyncFinished);
            paging.resumeCleanup();
            remove(links);
        }
    }

    /** What is to be done at one moment. */
    private interface Step {
        void run() throws Exception;
    }

    /** The locks, and their order, are those of JournalStorageManager.startReplication. */
    private static void hold(StorageManager storage, PagingManager paging, List<Journal> journals, Step step)
            throws Exception {
        paging.lock();
        storage.writeLock();
        try {
            for (Journal journal : journals) {
                ((JournalImpl) journal).flushAppendExecutor(FLUSH_SECONDS, TimeUnit.SECONDS);
            }
            journals.forEach(Journal::synchronizationLock);
            try {
                journals.forEach(Journal::replicationSyncPreserveOldFiles);
                paging.disableCleanup();
                step.run();
            } finally {
                journals.forEach(Journal::synchronizationUnlock);
            }
        } finally {
            storage.writeUnlock();
            paging.unlock();
        }
    }

    private List<Path> files(List<Journal> journals, PagingManager paging) throws Exception {
        List<Path> files = new ArrayList<>();
        for (Journal journal : journals) {
            journal.forceMoveNextFile();
            for (JournalFile file : journal.getDataFiles()) {
                files.add(file.getFile().getJavaFile().toPath());
            }
        }
        files.addAll(list(data.resolve("paging")));
        for (SimpleString name : paging.getStoreNames()) {
            PagingStore store = paging.getPageStore(name);
            if (!store.getCurrentIds().isEmpty()) {
                store.forceAnotherPage();
            }
        }
        return files;
    }

    private static void link(Path folder, Path to) throws IOException {
        for (Path file : list(folder)) {
            Files.createLink(to.resolve(file.getFileName()), file);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static void remove(Path folder) throws IOException {
        for (Path file : list(folder)) {
            Files.delete(file);
        }
        Files.delete(folder);
    }
}
