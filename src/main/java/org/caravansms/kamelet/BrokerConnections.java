package org.caravansms.kamelet;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.support.PropertyBindingSupport;

/**
 * The connections of a Kamelet: over AMQP 1.0 to the URL of a gateway's broker or, without one, those of the component
 * {@code jms} of the runtime. In the gateway that is its own broker.
 */
public final class BrokerConnections implements ConnectionFactory, CamelContextAware {

    private static final String AMQP = "org.apache.qpid.jms.JmsConnectionFactory";

    private CamelContext context;
    private String brokerUrl = "";
    private String username = "";
    private String password = "";
    private ConnectionFactory connections;

    private synchronized ConnectionFactory connections() {
        if (connections == null) {
            connections = brokerUrl.isEmpty()
                    ? context.getComponent("jms", JmsComponent.class)
                            .getConfiguration()
                            .getConnectionFactory()
                    : amqp();
        }
        if (connections == null) {
            throw new IllegalStateException("The Kamelet needs brokerUrl, such as amqp://127.0.0.1:5672");
        }
        return connections;
    }

    private ConnectionFactory amqp() {
        try {
            Class<ConnectionFactory> type =
                    context.getClassResolver().resolveMandatoryClass(AMQP, ConnectionFactory.class);
            ConnectionFactory made = context.getInjector().newInstance(type);
            PropertyBindingSupport.bindProperties(
                    context, made, Map.of("remoteURI", brokerUrl, "username", username, "password", password));
            return made;
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("A Kamelet with brokerUrl needs camel-amqp, which has " + AMQP, e);
        }
    }

    @Override
    public Connection createConnection() throws JMSException {
        return connections().createConnection();
    }

    @Override
    public Connection createConnection(String user, String secret) throws JMSException {
        return connections().createConnection(user, secret);
    }

    @Override
    public JMSContext createContext() {
        return connections().createContext();
    }

    @Override
    public JMSContext createContext(String user, String secret) {
        return connections().createContext(user, secret);
    }

    @Override
    public JMSContext createContext(String user, String secret, int mode) {
        return connections().createContext(user, secret, mode);
    }

    @Override
    public JMSContext createContext(int mode) {
        return connections().createContext(mode);
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
}
