package org.caravansms.api.http;

import java.util.List;
import org.apache.camel.component.jetty.JettyHttpEndpoint;
import org.apache.camel.component.jetty12.JettyHttpComponent12;
import org.apache.camel.http.common.CamelServlet;
import org.apache.camel.spi.annotations.Component;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Camel's {@code jetty:}, whose servers keep to the {@link Limits} and answer what they refuse as the API does. */
@Component("jetty")
public final class HttpServers extends JettyHttpComponent12 {

    private final Limits limits;
    private final BodyBudget budget;

    public HttpServers(Limits limits) {
        this.limits = limits;
        this.budget = new BodyBudget(limits.maxTotalBodyBytes());
        setRequestHeaderSize(limits.maxHeaderBytes());
        setErrorHandler(new ErrorEnvelope(limits.maxHeaderBytes()));
        // clients reach the gateway by names that its certificate need not have; checking them is up to the client
        setSecureRequestCustomizer(new SecureRequestCustomizer(false));
    }

    @Override
    protected Server createServer() {
        Server server = super.createServer();
        // as many logins may wait to be looked at, and take nothing from those who are known
        ((QueuedThreadPool) server.getThreadPool()).setMaxThreads(2 * limits.threads());
        return server;
    }

    @Override
    protected AbstractConnector createConnectorJettyInternal(
            Server server, JettyHttpEndpoint endpoint, SslContextFactory.Server tls) {
        AbstractConnector connector = super.createConnectorJettyInternal(server, endpoint, tls);
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
        Handler receive = new EagerContentHandler(context, new ReceiveBody(limits, budget));
        Handler cut = new CutSlowHeads((AbstractConnector) connector, limits.idleTimeoutMillis(), receive);
        server.setHandler(new AllowMethods(new WatchClient(new IgnoreCharset(cut))));
        return servlet;
    }
}
