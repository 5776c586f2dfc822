package org.caravansms;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.caravansms.message.InboundMessage;
import org.caravansms.message.SmsMessage;
import org.caravansms.operator.EraseCommand;
import org.caravansms.provider.Providers;
import org.caravansms.queue.StoreBarrier;
import org.caravansms.receipts.Alphabet;
import org.caravansms.smsc.Provider;
import org.caravansms.store.ApplyEvents;
import org.caravansms.store.Database;
import org.caravansms.store.MessageStore;
import org.caravansms.store.Retention;

/** The beans of the store, over the database of the settings {@code sms.store.*}. */
final class StoreBeans extends MainListenerSupport {

    private final StoreLag lag = new StoreLag(Clock.systemUTC());
    private final Database database;

    /**
     * @param inFull whether events carry the messages that they tell of
     * @param owner whose inbox a message from a handset is for
     */
    StoreBeans(
            Main main,
            Path data,
            Settings settings,
            Providers providers,
            boolean inFull,
            Function<InboundMessage, String> owner) {
        database = new Database(
                url(data, settings.text("sms.store.url")),
                settings.text("sms.store.user"),
                settings.text("sms.store.password"));
        UnaryOperator<String> smsc =
                name -> providers.find(name).map(Provider::smsc).orElse(name);
        main.bind(
                "applyEvents",
                new StoreEvents(
                        new ApplyEvents(
                                database,
                                Clock.systemUTC(),
                                smsc,
                                message -> inFull || isReported(message),
                                owner,
                                Duration.ofHours(settings.number("sms.inbound.parts-hours")),
                                Alphabet::decode),
                        lag));
        main.bind(
                "giveWay",
                new GiveWay(
                        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)::getCpuLoad,
                        main.lookup("storeBarrier", StoreBarrier.class)::isAwaited,
                        lag,
                        Duration.ofMillis(settings.number("sms.store.give-way-millis"))));
        main.bind("messageStore", store(settings));
        Retention retention =
                new Retention(database, Clock.systemUTC(), Duration.ofDays(settings.number("sms.store.keep-days")));
        main.bind("retention", retention);
        main.bind("eraseCommand", new EraseCommand(retention::erase));
    }

    MessageStore store(Settings settings) {
        return new MessageStore(
                database,
                Clock.systemUTC(),
                Duration.ofMinutes(settings.number("sms.receipts.orphan-minutes"))
                        .toMillis());
    }

    StoreLag lag() {
        return lag;
    }

    private static boolean isReported(SmsMessage message) {
        return !message.options().reportUrl().isEmpty();
    }

    /** H2's commits are in its file when they return: a gateway that is killed has lost none. */
    private static String url(Path data, String url) {
        return url.isEmpty()
                ? "jdbc:h2:file:" + data.resolve("store").toAbsolutePath()
                        + ";WRITE_DELAY=0;CACHE_SIZE=16384;DB_CLOSE_ON_EXIT=FALSE"
                : url;
    }

    @Override
    public void afterStop(BaseMainSupport main) {
        database.close();
    }
}
