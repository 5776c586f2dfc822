package com.example.orders;

import java.util.Properties;
import org.apache.camel.main.Main;

/** Runs the routes while the bundle is started. They are in the folder camel of its resources. */
public final class OrdersBundle {

    /** A bundle cannot be searched for files. */
    private static final String ROUTES = "classpath:camel/gateway-connection.camel.yaml,"
            + "classpath:camel/submit-orders.camel.yaml,classpath:camel/read-events.camel.yaml";

    private final Main camel = new Main();

    public OrdersBundle(Properties settings) {
        camel.configure().setRoutesIncludePattern(ROUTES);
        camel.setInitialProperties(settings);
    }

    public void start() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // Camel, Qpid and Jackson look for their parts there
        thread.setContextClassLoader(OrdersBundle.class.getClassLoader());
        try {
            camel.start();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    public void stop() {
        camel.stop();
    }
}
