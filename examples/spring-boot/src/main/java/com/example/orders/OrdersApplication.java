package com.example.orders;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A Spring Boot program with Camel routes. They are in the folder camel of its resources. */
@SpringBootApplication
public class OrdersApplication {

    public static void main(String... args) {
        SpringApplication.run(OrdersApplication.class, args);
    }
}
