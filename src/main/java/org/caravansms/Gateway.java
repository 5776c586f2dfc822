package org.caravansms;

import jakarta.jms.ConnectionFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.main.Main;
import org.caravansms.api.AcceptedMessages;
import org.caravansms.api.AnswerHeaders;
import org.caravansms.api.Authenticate;
import org.caravansms.api.CheckMessage;
import org.caravansms.api.CollectReports;
import org.caravansms.api.GuessFormat;
import org.caravansms.api.JsonForm;
import org.caravansms.api.LimitRate;
import org.caravansms.api.ParseRequest;
import org.caravansms.api.ReadAction;
import org.caravansms.api.ReadPage;
import org.caravansms.api.ReadPath;
import org.caravansms.api.ReadPresentation;
import org.caravansms.api.ReadSendMsg;
import org.caravansms.api.RefuseRequest;
import org.caravansms.api.RejectMessage;
import org.caravansms.api.RequireLogin;
import org.caravansms.api.SplitMessages;
import org.caravansms.api.UsersFile;
import org.caravansms.api.WriteHtml;
import org.caravansms.api.WriteJson;
import org.caravansms.api.WriteSendMsg;
import org.caravansms.api.WriteUrlEncoded;
import org.caravansms.api.WriteXml;
import org.caravansms.api.XmlResponse;
import org.caravansms.queue.Broker;
import org.caravansms.queue.JmsBatchComponent;
import org.caravansms.queue.MessageForm;
import org.caravansms.queue.QueueClient;
import org.caravansms.queue.ReadQueued;
import org.caravansms.queue.SettleEach;
import org.caravansms.simulator.Simulator;
import org.caravansms.simulator.SimulatorOptions;
import org.caravansms.smsc.CheckSubmittable;
import org.caravansms.smsc.CommandStatusTable;
import org.caravansms.smsc.DescribeOutcome;
import org.caravansms.smsc.Link;
import org.caravansms.smsc.PrepareSubmitSm;

/** The gateway: binds the beans that the routes name, and starts Camel. The routes in {@code routes/} are the rest. */
public final class Gateway extends Main {

    private final Path home;
    private final Settings settings;
    private final Broker broker;
    private final Map<String, Link> links = new LinkedHashMap<>();

    /**
     * @param home the installation, with {@code config/} and {@code routes/}
     * @param settings the settings, checked
     */
    public Gateway(Path home, Settings settings) {
        this.home = home;
        this.settings = settings;
        this.broker = new Broker(home.resolve("config/broker.xml"), dataDir());
        UsersFile users = new UsersFile(home.resolve(settings.text("sms.api.users-file")));
        Listeners listeners = new Listeners(home, settings);
        setOverrideProperties(properties());
        listeners.bindTo(this);
        bindHttp(users);
        bindQueue();
        bindSmsc();
        StartUpLines lines = new StartUpLines(settings, users, links.values(), listeners);
        ClientIds clientIds = new ClientIds(dataDir().resolve("client-ids.mv"), settings);
        addMainListener(new Lifecycle(broker, clientIds, simulator(), lines));
    }

    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(System.getProperty("caravan.home", "."))
                .toAbsolutePath()
                .normalize();
        try {
            Settings settings = Settings.read(
                    home.resolve("config/application.properties"), System::getenv, System.getProperties());
            new Gateway(home, settings).run();
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private Properties properties() {
        Properties properties = settings.asProperties();
        properties.setProperty("caravan.home", home.toString());
        for (String provider : settings.providers()) {
            for (String template : List.of("dispatch", "submit-sm")) {
                String prefix = "camel.routeTemplate[" + template + "-" + provider + "].";
                properties.setProperty(prefix + "template-id", template);
                properties.setProperty(prefix + "provider", provider);
            }
            windowThreads(properties, provider);
        }
        return properties;
    }

    /** camel-smpp blocks a thread for each submit_sm that waits for its answer: the window is a number of threads. */
    private void windowThreads(Properties properties, String provider) {
        String window = settings.text("sms.provider." + provider + ".window");
        String prefix = "camel.threadpool.config[window-" + provider + "].";
        properties.setProperty(prefix + "id", "window-" + provider);
        properties.setProperty(prefix + "pool-size", window);
        properties.setProperty(prefix + "max-pool-size", window);
    }

    private void bindHttp(UsersFile users) {
        int maxBodyBytes = settings.number("sms.http.max-body-bytes");
        int maxMessages = settings.number("sms.http.max-messages");
        bind("readPage", new ReadPage());
        bind("readPath", new ReadPath());
        ParseRequest parse = new ParseRequest(maxBodyBytes, settings.number("sms.http.max-parameters"));
        Authenticate authenticate = new Authenticate(users);
        bind("requireLogin", new RequireLogin(parse, authenticate));
        bind("parseRequest", parse);
        bind("authenticate", authenticate);
        bind("readAction", new ReadAction());
        bind("readPresentation", new ReadPresentation(settings.text("sms.http.redirect-hosts")));
        bind("splitMessages", new SplitMessages(maxMessages));
        bind("readSendMsg", new ReadSendMsg(maxMessages));
        bind(
                "checkMessage",
                new CheckMessage(
                        settings.text("sms.api.default-originator"),
                        new CheckSubmittable(),
                        settings.providers(),
                        Clock.systemUTC()));
        bind("limitRate", new LimitRate());
        bind("acceptedMessages", new AcceptedMessages());
        bind("rejectMessage", new RejectMessage());
        bind("collectReports", new CollectReports());
        bind("guessFormat", new GuessFormat());
        bind("refuseRequest", new RefuseRequest());
        bindAnswers();
    }

    private void bindAnswers() {
        bind("answerHeaders", new AnswerHeaders(settings.isOn("sms.http.http-status")));
        bind("writeXml", new WriteXml());
        bind("xmlForm", XmlResponse.FORM);
        bind("writeHtml", new WriteHtml());
        bind("writeUrlEncoded", new WriteUrlEncoded());
        bind("writeJson", new WriteJson());
        bind("writeSendMsg", new WriteSendMsg());
        bind("jsonForm", JsonForm.mapper());
    }

    private void bindQueue() {
        ConnectionFactory connectionFactory = Broker.connectionFactory(64 * 1024);
        MessageForm form = new MessageForm();
        bind("messageForm", form);
        bind("jms-batch", new JmsBatchComponent(connectionFactory, this::hold));
        bind("jms", QueueClient.component(connectionFactory));
        bind("readQueued", new ReadQueued(form));
        bind("settleEach", new SettleEach());
    }

    /** What is accepted under a name of its client's goes to two queues in one commit. */
    private Runnable hold(String queue) {
        Runnable goOn = broker.hold(queue);
        Runnable goOnToo = broker.hold(settings.text("sms.queue.client-ids"));
        return () -> {
            goOn.run();
            goOnToo.run();
        };
    }

    private void bindSmsc() {
        bind("prepareSubmitSm", new PrepareSubmitSm());
        bind(
                "outcome",
                new DescribeOutcome(
                        CommandStatusTable.standard(),
                        settings.number("sms.dispatch.attempts"),
                        Duration.ofMillis(settings.number("sms.dispatch.retry-delay-millis"))));
        for (String provider : settings.providers()) {
            String prefix = "sms.provider." + provider + ".";
            Link link = new Link(provider, settings.text(prefix + "host") + ":" + settings.text(prefix + "port"));
            links.put(provider, link);
            bind("link-" + provider, link);
        }
    }

    private Path dataDir() {
        return home.resolve(settings.text("sms.data-dir"));
    }

    /** @return null when it is switched off */
    private Simulator simulator() {
        return settings.isOn("sms.simulator.enabled")
                ? new Simulator(SimulatorOptions.defaults()
                        .withHost(settings.text("sms.provider.sandbox.host"))
                        .withPort(settings.number("sms.provider.sandbox.port"))
                        .withLatencyMillis(settings.number("sms.simulator.latency-millis")))
                : null;
    }
}
