package org.caravansms.wiring;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.apache.camel.main.Main;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.caravansms.api.SmppAccess;
import org.caravansms.api.User;
import org.caravansms.api.login.Authenticate;
import org.caravansms.api.login.LimitRate;
import org.caravansms.api.login.Users;
import org.caravansms.config.GatewaySettings;
import org.caravansms.message.Cancellations;
import org.caravansms.message.Fault;
import org.caravansms.message.InboundMessage;
import org.caravansms.queue.ClientDeliveryText;
import org.caravansms.queue.ClientPartText;
import org.caravansms.smppserver.AnswerQuerySm;
import org.caravansms.smppserver.AnswerSubmitSm;
import org.caravansms.smppserver.BoundClients;
import org.caravansms.smppserver.CancelSubmitted;
import org.caravansms.smppserver.FindSubmitted;
import org.caravansms.smppserver.JoinParts;
import org.caravansms.smppserver.MakeDeliveries;
import org.caravansms.smppserver.ReadSubmitSm;
import org.caravansms.smppserver.ReplaceSubmitted;
import org.caravansms.smppserver.SmppClientsCommand;
import org.caravansms.smppserver.SmppLogins;
import org.caravansms.smppserver.SmppServerComponent;
import org.caravansms.smppserver.TakeParts;
import org.caravansms.store.MessageStore;

/** The beans of the routes {@code smpp-server}, {@code smpp-deliveries} and {@code smpp-delivery}. */
final class SmppServerBeans {

    private SmppServerBeans() {}

    /**
     * @param tls the key of the port over TLS, if there is one
     * @param store finds what clients ask about
     * @param receivers the users whose clients get a message from a handset
     * @param waiting how many messages are on a queue
     * @param refused counts what is refused
     */
    static SmppClientsCommand bindTo(
            Main main,
            Supplier<Users> users,
            Authenticate authenticate,
            GatewaySettings settings,
            Supplier<SSLContextParameters> tls,
            MessageStore store,
            Cancellations cancellations,
            Function<InboundMessage, List<String>> receivers,
            ToLongFunction<String> waiting,
            Consumer<Fault> refused) {
        SmppDeliveryRoutes deliveries = new SmppDeliveryRoutes(main);
        BoundClients clients = new BoundClients(deliveries::open);
        deliveries.of(clients);
        main.bind("smpp-server", new SmppServerComponent());
        main.bind("smppTls", settings.smppServer().tls() ? tls.get() : new SSLContextParameters());
        main.bind("smppLogins", new SmppLogins(users, authenticate));
        main.bind("boundClients", clients);
        main.bind("readSubmitSm", new ReadSubmitSm(Clock.systemUTC()));
        main.bind("answerSubmitSm", new AnswerSubmitSm(refused));
        main.bind("findSubmitted", new FindSubmitted(store::find, store::waiting));
        main.bind("answerQuerySm", new AnswerQuerySm());
        main.bind("cancelSubmitted", new CancelSubmitted(cancellations, store::find));
        main.bind("replaceSubmitted", new ReplaceSubmitted(Clock.systemUTC()));
        main.bind(
                "takeParts",
                new TakeParts(user -> main.lookup("limitRate", LimitRate.class).takePart(user), Clock.systemUTC()));
        main.bind(
                "joinParts",
                new JoinParts(
                        name -> isIdempotent(users.get(), name),
                        settings.smppServer().reassemble(),
                        Clock.systemUTC()));
        main.bind("clientPartText", new ClientPartText());
        main.bind("makeDeliveries", new MakeDeliveries(receivers));
        main.bind(
                "clientDeliveryText",
                new ClientDeliveryText(
                        settings.queue().smppDue(), settings.smppServer().keep()));
        SmppClientsCommand command = new SmppClientsCommand(
                clients,
                () -> receivers(users.get()),
                user -> waiting.applyAsLong(settings.queue().smppDue() + "." + user));
        main.bind("smppClientsCommand", command);
        return command;
    }

    private static List<String> receivers(Users users) {
        return users.all().stream()
                .filter(user -> user.smpp() != null)
                .map(User::name)
                .toList();
    }

    private static boolean isIdempotent(Users users, String name) {
        return users.find(name).map(User::smpp).map(SmppAccess::idempotent).orElse(false);
    }
}
