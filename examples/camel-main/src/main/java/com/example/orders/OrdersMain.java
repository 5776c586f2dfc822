package com.example.orders;

import org.apache.camel.main.Main;

/** A program of Camel routes. They are in the folder camel of its resources. */
public final class OrdersMain {

    private OrdersMain() {}

    public static void main(String... args) throws Exception {
        program().run(args);
    }

    static Main program() {
        return new Main(OrdersMain.class);
    }
}
