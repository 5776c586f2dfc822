package org.caravansms.config;

import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ExecutorServiceManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every two seconds for a changed settings' file and passes its providers' blocks on. A file counts as changed
 * when two looks find it the same: one that is being written lacks its end. Other changed settings need a restart.
 */
public final class SettingsWatch {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsWatch.class);
    private static final long LOOK_MILLIS = 2 * ReloadedFile.REST_MILLIS;
    private static final long STOP_MILLIS = 120_000;

    private final Consumer<Map<String, SettingBlock>> providers;
    private Settings settings;
    private ReloadedFile.Stamp taken;
    private ReloadedFile.Stamp seen;
    private ExecutorServiceManager threads;
    private ScheduledExecutorService thread;

    /** @param providers takes all blocks by name, when the file was changed */
    public SettingsWatch(Settings settings, Consumer<Map<String, SettingBlock>> providers) {
        this.settings = settings;
        this.providers = providers;
        this.taken = settings.stamp();
        this.seen = taken;
    }

    public void start(CamelContext context) {
        threads = context.getExecutorServiceManager();
        thread = threads.newSingleThreadScheduledExecutor(this, "settings");
        thread.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Returns when no change is under way. */
    public void stop() {
        if (thread != null) {
            threads.shutdownGraceful(thread, STOP_MILLIS);
        }
    }

    private void look() {
        ReloadedFile.Stamp now = ReloadedFile.Stamp.of(settings.file());
        boolean complete = now.equals(seen);
        seen = now;
        if (complete && !now.equals(taken)) {
            taken = now;
            take();
        }
    }

    private void take() {
        try {
            Settings now = settings.again();
            now.warnings().stream()
                    .filter(line -> !settings.warnings().contains(line))
                    .forEach(LOG::warn);
            logOthers(settings.asProperties(), now.asProperties());
            settings = now;
            providers.accept(now.providerBlocks());
        } catch (IllegalArgumentException e) {
            LOG.error("{}. The settings known before stay.", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("The settings {} are not taken over", settings.file(), e);
        }
    }

    private static void logOthers(Properties before, Properties now) {
        TreeSet<String> keys = new TreeSet<>(before.stringPropertyNames());
        keys.addAll(now.stringPropertyNames());
        String changed = keys.stream()
                .filter(key -> !Objects.equals(before.getProperty(key), now.getProperty(key)))
                .collect(Collectors.joining(", "));
        if (!changed.isEmpty()) {
            LOG.info("A restart is needed for the changed settings {}", changed);
        }
    }
}
