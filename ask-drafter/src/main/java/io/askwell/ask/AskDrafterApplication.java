package io.askwell.ask;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Starts the ask drafter. */
@EnableAutoConfiguration
@Import(AskDrafterConfiguration.class)
public class AskDrafterApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(AskDrafterApplication.class, arguments);
    }
}
