package org.caravansms.extension;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantReadWriteLock.WriteLock;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running extensions, by the names of their files. A wrong file is logged once and skipped; where an older version
 * of it runs, that one stays.
 */
public final class Extensions {

    private static final Logger LOG = LoggerFactory.getLogger(Extensions.class);

    private final Map<String, ExtensionRoutes> running = new ConcurrentSkipListMap<>();
    private final Map<String, String> wrong = new ConcurrentSkipListMap<>();
    private final RouteCounts counts = new RouteCounts();
    private final CamelContext context;
    private final ShippedRoutes shipped;
    private final PolicyHold hold;

    /**
     * @param context runs the shipped routes and no others
     * @param messages held while the route from {@code direct:policy} changes
     */
    public Extensions(CamelContext context, WriteLock messages) {
        this.context = context;
        this.hold = new PolicyHold(context, messages);
        this.shipped = new ShippedRoutes(context);
        context.addRoutePolicyFactory(counts);
    }

    /** Messages that wait for a changed policy go on. */
    void endOfLook() {
        hold.end();
    }

    /** Takes a new or a changed file over. */
    synchronized void take(ExtensionFile file) {
        ExtensionRoutes before = running.get(file.name());
        if (before != null && before.file().sameText(file)) {
            wrong.remove(file.name());
            return;
        }
        ExtensionNames names = new ExtensionNames(Map.of());
        try {
            ExtensionRoutes routes = new ExtensionRoutes(context, file);
            names = routes.names();
            check(routes, before);
            requireHold(before);
            swap(before, routes);
            wrong.remove(file.name());
            LOG.info("Extension {} runs: {}", file.name(), String.join(", ", routes.ids()));
        } catch (Exception | LinkageError e) {
            refuse(file.name(), ExtensionFault.of(e, names).getMessage());
        }
    }

    synchronized void remove(String name) {
        wrong.remove(name);
        ExtensionRoutes routes = running.remove(name);
        if (routes != null) {
            hold.begin(routes);
            stop(routes);
            shipped.restore();
            LOG.info("Extension {} is removed", name);
        }
    }

    /** A file that is not taken over. It is logged once, and again for another reason. */
    synchronized void refuse(String name, String reason) {
        if (!reason.equals(wrong.put(name, reason))) {
            LOG.error("Extension {} {}: {}", name, state(name), reason);
        }
    }

    /** @return the files that do not run, which may do so when another one has changed */
    Set<String> waiting() {
        return wrong.keySet().stream()
                .filter(name -> !running.containsKey(name))
                .collect(Collectors.toUnmodifiableSet());
    }

    private void check(ExtensionRoutes routes, ExtensionRoutes before) throws ExtensionFault {
        for (ExtensionRoutes other : running.values()) {
            String name = other == before ? null : routes.names().common(other.names());
            if (name != null) {
                throw ExtensionFault.at(
                        routes.names().lines().get(name),
                        name + " is in " + other.file().name() + ", too; give it another name in one of them");
            }
        }
        shipped.check(routes, before);
    }

    private void requireHold(ExtensionRoutes before) throws ExtensionFault {
        if (before != null && !hold.begin(before)) {
            throw ExtensionFault.at(
                    ExtensionFault.NO_LINE,
                    "a message does not leave its direct:policy; mend what that waits for, and save the file again");
        }
    }

    private void swap(ExtensionRoutes before, ExtensionRoutes routes) throws Exception {
        try {
            if (before != null) {
                stop(before);
            }
            shipped.replace(routes);
            start(routes);
        } catch (Exception | LinkageError e) {
            running.remove(routes.file().name());
            if (before != null) {
                start(before);
            }
            throw e;
        } finally {
            shipped.restore();
        }
    }

    private void start(ExtensionRoutes routes) throws Exception {
        counts.begin(routes.ids());
        routes.start();
        running.put(routes.file().name(), routes);
    }

    private void stop(ExtensionRoutes routes) {
        try {
            routes.stop();
            counts.end(routes.ids());
        } catch (Exception e) {
            LOG.error("Extension {} is not wholly stopped", routes.file().name(), e);
        }
    }

    /** @return a line for each wrong file */
    List<String> faults() {
        return wrong.entrySet().stream()
                .map(file -> "extensions/" + file.getKey() + " " + state(file.getKey()) + ": " + file.getValue())
                .toList();
    }

    /** @return the file of a route, as people read it; null for a route that ships */
    String fileOf(String id) {
        return running.values().stream()
                .filter(routes -> routes.ids().contains(id))
                .map(routes -> "extensions/" + routes.file().name()
                        + (shipped.isReplaced(id) ? ", replaces the shipped one" : ""))
                .findFirst()
                .orElse(null);
    }

    /** @return null for a route that ships */
    RouteCounts.Counts counts(String id) {
        return counts.of(id);
    }

    private String state(String name) {
        return running.containsKey(name) ? "stays as it was" : "is skipped";
    }
}
