package io.askwell.reward;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Starts the service. There is no component scan: {@link RewardLedgerConfiguration} names every part. */
@EnableAutoConfiguration
@Import(RewardLedgerConfiguration.class)
public class RewardLedgerApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(RewardLedgerApplication.class, arguments);
    }
}
