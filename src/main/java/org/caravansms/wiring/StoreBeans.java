package org.caravansms.wiring;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.camel.main.Main;
import org.caravansms.config.GatewaySettings;
import org.caravansms.config.GatewaySettings.StoreSettings;
import org.caravansms.datadir.Inventory;
import org.caravansms.datadir.MissingData;
import org.caravansms.datadir.StoreCheck;
import org.caravansms.datadir.WaitingMessages;
import org.caravansms.message.InboundMessage;
import org.caravansms.operator.EraseCommand;
import org.caravansms.provider.Providers;
import org.caravansms.smpp.Alphabet;
import org.caravansms.smsc.Provider;
import org.caravansms.store.ApplyEvents;
import org.caravansms.store.Database;
import org.caravansms.store.MessageStore;
import org.caravansms.store.Retention;
import org.caravansms.store.SlowAcceptance;
import org.caravansms.store.SqliteFile;
import org.caravansms.store.StoreBackpressure;

/** The beans of the store, over the database of the settings {@code sms.store.*}. */
final class StoreBeans {

    private static final String FILE = "store.db";

    private final Database database;
    private final MessageStore messages;
    private final String place;
    private final Path file;

    /**
     * @param inventory notes how many batches of events the store has
     * @param attachMessages whether events carry, now, their whole messages
     * @param owner the user whose inbox a message from a handset is in
     * @param asked whether a request waits for the store
     */
    StoreBeans(
            Main main,
            Path data,
            GatewaySettings settings,
            Providers providers,
            Inventory inventory,
            BooleanSupplier attachMessages,
            Function<InboundMessage, String> owner,
            BooleanSupplier asked) {
        StoreSettings own = settings.store();
        file = own.url().isEmpty() ? data.resolve(FILE) : null;
        place = place(own.url());
        database = new Database(file == null ? own.url() : SqliteFile.url(file), own.user(), own.password());
        UnaryOperator<String> smsc =
                name -> providers.find(name).map(Provider::smsc).orElse(name);
        main.bind(
                "applyEvents",
                new ApplyEvents(
                        database,
                        Clock.systemUTC(),
                        smsc,
                        message -> attachMessages.getAsBoolean() || message.isReported(),
                        owner,
                        settings.inbound().parts(),
                        Alphabet::decode,
                        batches -> inventory.note(place, batches)));
        SlowAcceptance slow = new SlowAcceptance(Clock.systemUTC(), own.slowAcceptance());
        main.bind("slowAcceptance.pause", BoundMethod.value(Object.class, any -> slow.pause()));
        main.bind(
                "storeBackpressure",
                new StoreBackpressure(
                        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)::getCpuLoad,
                        asked,
                        Clock.systemUTC(),
                        own.backpressure(),
                        slow));
        messages = new MessageStore(
                database, Clock.systemUTC(), settings.receipts().unmatched().toMillis());
        main.bind("messageStore", messages);
        Retention retention = new Retention(database, Clock.systemUTC(), own.retention());
        main.bind("retention", retention);
        main.bind("eraseCommand", new EraseCommand(retention::erase));
    }

    MessageStore messages() {
        return messages;
    }

    StoreCheck check(WaitingMessages waiting, Inventory inventory, MissingData losses) {
        return new StoreCheck(database, place, file, messages, waiting, inventory, losses);
    }

    private static String place(String url) {
        return url.isEmpty() ? FILE : "store-" + Integer.toHexString(url.hashCode());
    }
}
