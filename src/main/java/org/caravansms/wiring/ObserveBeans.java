package org.caravansms.wiring;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.caravansms.api.Submission;
import org.caravansms.broker.Broker;
import org.caravansms.config.GatewaySettings;
import org.caravansms.config.GatewaySettings.ObserveSettings;
import org.caravansms.config.GatewaySettings.QueueSettings;
import org.caravansms.observe.BindGauges;
import org.caravansms.observe.BrokerGauges;
import org.caravansms.observe.DescribeGateway;
import org.caravansms.observe.GatewayChecks;
import org.caravansms.observe.MessageCounts;
import org.caravansms.observe.QueueGauges;
import org.caravansms.observe.ReadMetrics;
import org.caravansms.observe.ReportHealth;
import org.caravansms.provider.Providers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What monitoring reads, by the settings {@code sms.observe.*}. Its server starts last, and the gateway runs without one. */
final class ObserveBeans extends MainListenerSupport {

    private static final Logger LOG = LoggerFactory.getLogger("caravan");
    private static final List<String> ROUTES = List.of("observe-health", "observe-metrics", "observe-info");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final GatewaySettings settings;
    private final ObserveSettings own;
    private final Broker broker;
    private final HttpListeners listeners;
    private final MessageCounts counts;
    private GatewayChecks checks;

    ObserveBeans(GatewaySettings settings, Broker broker, HttpListeners listeners) {
        this.settings = settings;
        this.own = settings.observe();
        this.broker = broker;
        this.listeners = listeners;
        this.counts = new MessageCounts(registry, own.maxSeries());
    }

    MessageCounts counts() {
        return counts;
    }

    /** @param rate the parts a second that a provider may submit at present */
    void bindTo(Main main, Providers providers, ToDoubleFunction<String> rate) {
        QueueSettings queues = settings.queue();
        checks = new GatewayChecks(
                broker, queues.outboundDead(), queues.store(), providers::links, listeners::certificateEnd);
        // under this name Camel's component micrometer, and with it a team's routes, finds it
        main.bind("metricsRegistry", registry);
        main.bind("messageCounts", counts);
        main.bind("messageCounts.reports", BoundMethod.check(Submission.class, counts::reports));
        main.bind("readMetrics", new ReadMetrics(registry, () -> gauges(providers, rate)));
        main.bind("reportHealth", new ReportHealth());
        main.bind("describeGateway", new DescribeGateway(settings.node().number()));
    }

    private List<Runnable> gauges(Providers providers, ToDoubleFunction<String> rate) {
        QueueSettings queues = settings.queue();
        BrokerGauges.bindTo(registry, broker, queues.store(), listeners.certificateEnd());
        return List.of(
                new BindGauges(registry, providers::links, rate),
                new QueueGauges(registry, broker.queues()::loads, this::family, own.maxSeries())
                        .with(registry, "caravan.in.doubt", "Messages in doubt", queues.outboundDoubt())
                        .with(registry, "caravan.dead.letters", "Messages that were not sent", queues.outboundDead()));
    }

    /** Queues of clients and receivers count as one, and so do those that are not the gateway's own. */
    private String family(String queue) {
        return Stream.of(settings.queue().smppDue(), settings.queue().callbacksDue())
                .filter(prefix -> queue.startsWith(prefix + "."))
                .findFirst()
                .orElse(queue.startsWith("sms.") ? queue : "other");
    }

    @Override
    public void beforeStart(BaseMainSupport main) {
        HealthCheckRegistry.get(main.getCamelContext()).register(checks);
    }

    @Override
    public void afterStart(BaseMainSupport main) {
        if (!own.enabled()) {
            return;
        }
        try {
            for (String route : ROUTES) {
                start(main.getCamelContext(), route);
            }
            LOG.info("Observe   http://{}:{}/observe/health, /observe/metrics, /observe/info", own.host(), own.port());
        } catch (Exception e) {
            LOG.warn(
                    "Observe   nothing listens at {}:{}, see sms.observe.port: {}",
                    own.host(),
                    own.port(),
                    e.getMessage());
        }
    }

    /** A team may have removed one. */
    private static void start(CamelContext context, String route) throws Exception {
        ServiceStatus status = context.getRouteController().getRouteStatus(route);
        if (status != null && status != ServiceStatus.Started) {
            context.getRouteController().startRoute(route);
        }
    }
}
