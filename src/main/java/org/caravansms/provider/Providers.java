package org.caravansms.provider;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.caravansms.config.SettingBlock;
import org.caravansms.smsc.Provider;
import org.caravansms.smsc.SmppLink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running providers. Gets the blocks of the settings at the start and after each change, and starts and stops the
 * providers that differ. An unchanged provider is not touched, and a wrong block stops none.
 */
public final class Providers {

    private static final Logger LOG = LoggerFactory.getLogger(Providers.class);

    private static final String RECEIVER = "receiver";

    private final Map<String, ProviderRoutes> running = new ConcurrentSkipListMap<>();
    private final Map<String, String> wrong = new ConcurrentSkipListMap<>();
    private final ProviderBlock block;
    private final Function<Provider, Map<String, Object>> beans;
    private final Predicate<String> paused;
    private volatile Set<String> senders = Set.of();

    /**
     * @param block reads one
     * @param beans what the routes of a provider name besides its links, by name
     * @param paused whether the provider of that name sends nothing now, though it is bound
     */
    public Providers(ProviderBlock block, Function<Provider, Map<String, Object>> beans, Predicate<String> paused) {
        this.block = block;
        this.beans = beans;
        this.paused = paused;
    }

    /** @return whether the settings have now a block of that name, right or wrong, that is not for receiving only */
    public boolean isSender(String name) {
        return senders.contains(name);
    }

    /** @return the one of that name, if it runs */
    public Optional<Provider> find(String name) {
        return Optional.ofNullable(running.get(name)).map(routes -> routes.provider);
    }

    /** @return the names of all that run */
    public Set<String> names() {
        return new TreeSet<>(running.keySet());
    }

    /** @return the links of all running providers */
    public List<SmppLink> links() {
        return running.values().stream()
                .flatMap(routes -> routes.links.stream())
                .toList();
    }

    /** @return by name why the last block is not in use */
    public Map<String, String> wrong() {
        return new TreeMap<>(wrong);
    }

    /** @param blocks by name the settings of each, as they are now */
    public synchronized void apply(CamelContext context, Map<String, SettingBlock> blocks) {
        Set<String> configured = blocks.keySet();
        senders = configured.stream()
                .filter(name -> !RECEIVER.equals(blocks.get(name).text("bind")))
                .collect(Collectors.toUnmodifiableSet());
        wrong.keySet().retainAll(configured);
        new TreeSet<>(running.keySet())
                .stream().filter(name -> !configured.contains(name)).forEach(this::stop);
        blocks.forEach((name, block) -> apply(context, name, block));
    }

    private void apply(CamelContext context, String name, SettingBlock settings) {
        try {
            Provider provider = this.block.read(settings);
            wrong.remove(name);
            ProviderRoutes before = running.get(name);
            if (before == null || !before.provider.equals(provider)) {
                stop(name);
                start(context, provider);
            }
        } catch (Exception e) {
            refuse(name, e);
        }
    }

    private void start(CamelContext context, Provider provider) throws Exception {
        LoginLengths.warn(provider);
        ProviderRoutes routes = new ProviderRoutes(context, provider, beans.apply(provider), paused);
        routes.add();
        running.put(provider.name(), routes);
        LOG.info("Provider {} is started", provider.name());
    }

    private void stop(String name) {
        ProviderRoutes routes = running.remove(name);
        if (routes != null) {
            try {
                routes.remove();
                LOG.info("Provider {} is stopped", name);
            } catch (Exception e) {
                LOG.error("Provider {} is not wholly stopped", name, e);
            }
        }
    }

    /** Logged once, and again for another reason. */
    private void refuse(String name, Exception e) {
        String reason = e instanceof IllegalArgumentException ? e.getMessage() : e.toString();
        if (!reason.equals(wrong.put(name, reason))) {
            LOG.error(
                    "Provider {} {}: {}",
                    name,
                    running.containsKey(name) ? "stays as it was" : "is not started",
                    reason);
        }
    }
}
