package org.caravansms.api.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.component.jetty.JettyHttpEndpoint;
import org.apache.camel.component.jetty12.JettyHttpComponent12;
import org.apache.camel.http.common.CamelServlet;
import org.apache.camel.spi.annotations.Component;
import org.caravansms.config.HttpSettings;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.CrossOriginHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The component {@code http-api}: camel-jetty with the limits of {@link HttpSettings}, and with refusals in the format of the API. A team's own
 * route with {@code jetty:} has its own server, on its own port.
 */
@Component("http-api")
public final class HttpServers extends JettyHttpComponent12 {

    private final HttpSettings settings;
    private final BodyBudget budget;
    private final LongConsumer answered;

    /**
     * @param budget the octets of the bodies of both listeners together
     * @param answered gets the milliseconds that each request took
     */
    public HttpServers(HttpSettings settings, BodyBudget budget, LongConsumer answered) {
        this.settings = settings;
        this.budget = budget;
        this.answered = answered;
        setRequestHeaderSize(settings.maxHeaderBytes());
        setErrorHandler(new ErrorEnvelope(settings.maxHeaderBytes()));
        // clients reach the gateway by names that its certificate may lack; they check it themselves
        setSecureRequestCustomizer(new SecureRequestCustomizer(false));
    }

    @Override
    protected JettyHttpEndpoint createEndpoint(URI endpointUri, URI httpUri) throws URISyntaxException {
        return new HttpApiEndpoint(this, endpointUri.toString(), httpUri);
    }

    @Override
    protected Server createServer() {
        Server server = super.createServer();
        // half of the threads may wait for logins of strangers to be checked
        ((QueuedThreadPool) server.getThreadPool()).setMaxThreads(2 * settings.threads());
        return server;
    }

    @Override
    protected AbstractConnector createConnectorJettyInternal(
            Server server, JettyHttpEndpoint endpoint, SslContextFactory.Server tls) {
        AbstractConnector connector = super.createConnectorJettyInternal(server, endpoint, tls);
        connector.addConnectionFactory(new EncodeQuery(
                connector.getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration()));
        connector.setIdleTimeout(settings.idleTimeout().toMillis());
        connector.addBean(new AddressLimit(settings.maxConnectionsPerAddress()));
        server.addBean(new NetworkConnectionLimit(settings.maxConnections(), connector));
        return connector;
    }

    @Override
    protected CamelServlet createServletForConnector(
            Server server, Connector connector, List<Handler> handlers, JettyHttpEndpoint endpoint) {
        CamelServlet servlet = new AnswerServlet(settings.bodyTimeout(), answered);
        ServletHolder holder = new ServletHolder(servlet);
        holder.setAsyncSupported(true);
        ServletContextHandler context = new ServletContextHandler("/", false, false);
        context.setErrorHandler(getErrorHandler());
        context.addServlet(holder, "/*");
        Handler receive = new ReceiveRequest(settings, budget, context);
        server.setHandler(
                allowOrigins(new HeaderTimeout((AbstractConnector) connector, settings.idleTimeout(), receive)));
        return servlet;
    }

    private Handler allowOrigins(Handler next) {
        if (settings.origins().isEmpty()) {
            return next;
        }
        CrossOriginHandler allow = new CrossOriginHandler();
        allow.setAllowedOriginPatterns(
                settings.origins().stream().map(Pattern::quote).collect(Collectors.toSet()));
        allow.setAllowedMethods(Set.of("GET", "POST"));
        allow.setAllowedHeaders(Set.of("Content-Type", "Authorization"));
        allow.setHandler(next);
        return allow;
    }
}
