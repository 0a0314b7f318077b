package com.anycompany.shop.benchmark.bare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The home page as Spring Boot and Thymeleaf render it by default, from objects in memory: no services, no tracing, no security, no
 * compression. What the storefront's home page could reach at most if it didn't ask anybody.
 *
 * <p>Its templates are those that the storefront had on 1 December 2026, so that later figures compare with earlier ones.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(BarePage.Home.class)
public class BarePage {

    private static final int PRODUCTS = 8;
    private static final List<String> DEPARTMENTS =
            List.of("Audio", "Desk", "Kitchen", "Lighting", "Outdoors", "Toys & games");

    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(BarePage.class);
        application.setDefaultProperties(Map.of(
                "spring.thymeleaf.prefix", "classpath:/bare/",
                "spring.messages.basename", "bare/messages",
                "server.address", "127.0.0.1"));
        application.run(arguments);
    }

    /** Starts it as a process of its own, with the flags that {@code ./shop} gives a service. */
    public static Process start(Path java, int port) throws IOException {
        return new ProcessBuilder(
                        java.toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xss512k",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BarePage.class.getName(),
                        "--server.port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** The page's controller. */
    @Controller
    static class Home {

        private final List<Category> categories = IntStream.range(0, DEPARTMENTS.size())
                .mapToObj(i -> new Category("department-" + i, DEPARTMENTS.get(i), 8))
                .toList();
        private final List<Product> featured =
                IntStream.range(0, PRODUCTS).mapToObj(Home::product).toList();

        @GetMapping("/")
        String home(Model model) {
            model.addAttribute("categoryMenu", new Menu(categories));
            model.addAttribute("featured", featured);
            model.addAttribute(
                    "tiles",
                    categories.stream()
                            .map(category -> new Tile(category, featured.get(0)))
                            .toList());
            return "home";
        }

        private static Product product(int number) {
            return new Product(
                    Long.toString(2_001_492_513_595L + number),
                    "Product with an ordinary name " + number,
                    "Brand " + number,
                    new Price("$" + (24 + number) + ".90"),
                    "/images/products/2001492513595.svg");
        }
    }

    /** The categories of the navigation. */
    public record Menu(List<Category> categories) {}

    /** A department and its number of products. */
    public record Category(String id, String name, int products) {}

    /** A department's tile. */
    public record Tile(Category category, Product pictured) {}

    /** A product as its card shows it. */
    public record Product(String id, String name, String brand, Price price, String picture) {}

    /** A price, formatted before. */
    public record Price(String display) {}
}
