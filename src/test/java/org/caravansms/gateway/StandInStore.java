package org.caravansms.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Variable;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.spi.Registry;
import org.caravansms.message.Folder;
import org.caravansms.message.FolderItem;
import org.caravansms.message.StoredMessage;

/** A message store in memory, with the methods that the routes call; a test says what is in it. */
public final class StandInStore extends MainListenerSupport {

    private final Map<String, StoredMessage> messages = new ConcurrentHashMap<>();
    private final Map<String, List<FolderItem>> folders = new ConcurrentHashMap<>();
    private volatile Runnable before = () -> {};

    @Override
    public void afterConfigure(BaseMainSupport main) {
        Registry beans = main.getCamelContext().getRegistry();
        beans.unbind("messageStore");
        beans.bind("messageStore", this);
    }

    void add(StoredMessage message) {
        messages.put(message.message().user() + " " + message.message().id(), message);
    }

    void add(String user, Folder folder, FolderItem item) {
        folder(user, folder).add(item);
    }

    /** @param action what happens before each answer: nothing good, where a test wants it so */
    void before(Runnable action) {
        before = action;
    }

    void clear() {
        messages.clear();
        folders.clear();
        before = () -> {};
    }

    public Optional<StoredMessage> find(@Variable("owner") String user, @Variable("messageId") String id) {
        before.run();
        return Optional.ofNullable(messages.get(user + " " + id));
    }

    /** The real one has such a method too: the route's step is to find the other. */
    public Optional<StoredMessage> find(String id) {
        throw new AssertionError("asked for anybody's message");
    }

    public List<FolderItem> list(
            @Variable("owner") String user, @Variable("folder") Folder folder, @Variable("limit") int limit) {
        before.run();
        return folder(user, folder).stream().limit(limit).toList();
    }

    public List<String> delete(
            @Variable("owner") String user,
            @Variable("folder") Folder folder,
            @Variable("messageIds") List<String> ids) {
        return removed(user, folder, ids);
    }

    public List<String> mark(
            @Variable("owner") String user,
            @Variable("folder") Folder folder,
            @Variable("messageIds") List<String> ids) {
        return removed(user, folder, ids);
    }

    private List<String> removed(String user, Folder folder, List<String> ids) {
        before.run();
        List<String> done = new ArrayList<>(
                folder(user, folder).stream().map(FolderItem::id).toList());
        done.retainAll(ids);
        folder(user, folder).removeIf(item -> done.contains(item.id()));
        return done;
    }

    List<FolderItem> folder(String user, Folder folder) {
        return folders.computeIfAbsent(user + " " + folder, key -> new CopyOnWriteArrayList<>());
    }
}
