package org.caravansms.api.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.component.jetty.JettyHttpEndpoint;
import org.apache.camel.component.jetty12.JettyHttpComponent12;
import org.apache.camel.http.common.CamelServlet;
import org.apache.camel.spi.annotations.Component;
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
 * The component {@code http-api}: camel-jetty with the {@link Limits}, and with refusals in the format of the API. A team's own
 * route with {@code jetty:} has its own server, on its own port.
 */
@Component("http-api")
public final class HttpServers extends JettyHttpComponent12 {

    private final Limits limits;
    private final Set<String> origins;
    private final BodyBudget budget;

    /** @param origins the sites whose pages may call the API from a browser, such as {@code https://example.org} */
    public HttpServers(Limits limits, Set<String> origins) {
        this.limits = limits;
        this.origins = origins;
        this.budget = new BodyBudget(limits.maxTotalBodyBytes());
        setRequestHeaderSize(limits.maxHeaderBytes());
        setErrorHandler(new ErrorEnvelope(limits.maxHeaderBytes()));
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
        ((QueuedThreadPool) server.getThreadPool()).setMaxThreads(2 * limits.threads());
        return server;
    }

    @Override
    protected AbstractConnector createConnectorJettyInternal(
            Server server, JettyHttpEndpoint endpoint, SslContextFactory.Server tls) {
        AbstractConnector connector = super.createConnectorJettyInternal(server, endpoint, tls);
        connector.addConnectionFactory(new EncodeQuery(
                connector.getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration()));
        connector.setIdleTimeout(limits.idleTimeoutMillis());
        connector.addBean(new AddressLimit(limits.maxConnectionsPerAddress()));
        server.addBean(new NetworkConnectionLimit(limits.maxConnections(), connector));
        return connector;
    }

    @Override
    protected CamelServlet createServletForConnector(
            Server server, Connector connector, List<Handler> handlers, JettyHttpEndpoint endpoint) {
        CamelServlet servlet = new AnswerServlet(limits.bodyTimeoutMillis());
        ServletHolder holder = new ServletHolder(servlet);
        holder.setAsyncSupported(true);
        ServletContextHandler context = new ServletContextHandler("/", false, false);
        context.setErrorHandler(getErrorHandler());
        context.addServlet(holder, "/*");
        Handler receive = new ReceiveRequest(limits, budget, context);
        server.setHandler(
                allowOrigins(new HeaderTimeout((AbstractConnector) connector, limits.idleTimeoutMillis(), receive)));
        return servlet;
    }

    private Handler allowOrigins(Handler next) {
        if (origins.isEmpty()) {
            return next;
        }
        CrossOriginHandler allow = new CrossOriginHandler();
        allow.setAllowedOriginPatterns(origins.stream().map(Pattern::quote).collect(Collectors.toSet()));
        allow.setAllowedMethods(Set.of("GET", "POST"));
        allow.setAllowedHeaders(Set.of("Content-Type", "Authorization"));
        allow.setHandler(next);
        return allow;
    }
}
