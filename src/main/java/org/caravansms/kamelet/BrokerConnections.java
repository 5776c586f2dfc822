package org.caravansms.kamelet;

import jakarta.jms.ConnectionFactory;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Service;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.support.PropertyBindingSupport;
import org.springframework.jms.connection.CachingConnectionFactory;
import org.springframework.jms.connection.DelegatingConnectionFactory;

/**
 * The connections of a Kamelet: over AMQP 1.0 to the URL of a gateway's broker or, without one, those of the component
 * {@code jms} of the runtime. In the gateway that is its own broker.
 */
public final class BrokerConnections extends DelegatingConnectionFactory implements CamelContextAware, Service {

    private static final String AMQP = "org.apache.qpid.jms.JmsConnectionFactory";

    private CamelContext context;
    private String brokerUrl = "";
    private String username = "";
    private String password = "";
    private boolean shared;
    private CachingConnectionFactory cache;

    /**
     * Chooses the connections, once the other properties are set. None is made yet.
     *
     * @throws IllegalStateException when there are none
     */
    public void choose() throws Exception {
        setTargetConnectionFactory(brokerUrl.isEmpty() ? ofRuntime() : toUrl());
        context.addService(this);
    }

    private ConnectionFactory ofRuntime() {
        ConnectionFactory connections = context.getComponent("jms", JmsComponent.class)
                .getConfiguration()
                .getConnectionFactory();
        if (connections == null) {
            throw new IllegalStateException("The Kamelet needs brokerUrl, such as amqp://127.0.0.1:5672");
        }
        return connections;
    }

    private ConnectionFactory toUrl() {
        if (!shared) {
            return amqp();
        }
        cache = new CachingConnectionFactory(amqp());
        cache.setCacheConsumers(false);
        return cache;
    }

    private ConnectionFactory amqp() {
        Class<ConnectionFactory> type = context.getClassResolver().resolveClass(AMQP, ConnectionFactory.class);
        if (type == null) {
            throw new IllegalStateException("A Kamelet with brokerUrl needs camel-amqp, which has " + AMQP);
        }
        ConnectionFactory made = context.getInjector().newInstance(type);
        // Camel removes each from the map
        Map<String, Object> settings =
                new HashMap<>(Map.of("remoteURI", brokerUrl, "username", username, "password", password));
        PropertyBindingSupport.bindProperties(context, made, settings);
        return made;
    }

    /** Spring calls it before the properties are set. */
    @Override
    public void afterPropertiesSet() {}

    @Override
    public void start() {}

    /** Ends the shared connection. */
    @Override
    public void stop() {
        if (cache != null) {
            cache.destroy();
        }
    }

    @Override
    public CamelContext getCamelContext() {
        return context;
    }

    @Override
    public void setCamelContext(CamelContext context) {
        this.context = context;
    }

    /** @param brokerUrl as of Qpid JMS; empty for the connections of this runtime */
    public void setBrokerUrl(String brokerUrl) {
        this.brokerUrl = brokerUrl;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    /** @param shared whether all messages go through one connection: otherwise each message logs in */
    public void setShared(boolean shared) {
        this.shared = shared;
    }
}
