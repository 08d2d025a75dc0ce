package io.askwell.readiness;

import org.springframework.boot.SpringApplication;

final class ReadinessScorerApplication {

    private ReadinessScorerApplication() {}

    static void main(String[] arguments) {
        SpringApplication.run(ReadinessScorerConfiguration.class, arguments);
    }
}
