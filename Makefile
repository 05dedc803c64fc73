# Every target is a command or two that you could type yourself.

# The build needs a JDK 25, which need not be the java on the PATH.
export JAVA_HOME := $(shell build/find-jdk)
ifeq ($(JAVA_HOME),)
$(error No JDK 25 found. Install one (adoptium.net), or set JAVA_HOME to it)
endif

# Libraries inside Maven and ElasticMQ (Scala's) still call what Java 25 warns about.
quiet := --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
export MAVEN_OPTS ?= $(quiet)

java := $(JAVA_HOME)/bin/java $(quiet) -XX:TieredStopAtLevel=1 -XX:-UsePerfData
local := $(java) -cp 'local/target/local.jar:local/target/lib/*' dev.shorts.local.command.Main
sources := $(shell find pom.xml core database functions local bench build -path '*/target' -prune -o -type f -print)

# PostgreSQLs that we promise besides those of pom.xml, on which `make test` runs; their binaries are for Linux on x86-64.
other_postgres := 14.24.0 15.19.0 18.6.0

# Some of the integration tests, and nothing else.
only := mvn -B -q -ntp verify -pl integration-tests -am -Dtest=NONE -Dsurefire.failIfNoSpecifiedTests=false \
  -Dfailsafe.failIfNoSpecifiedTests=false -Dit.test=

.PHONY: help demo short local test test-all test-sam test-localstack preflight deploy soak bench fuzz layer fixtures package release outdated format clean

help:     ## this list
	@sed -n 's/^\([a-z-]*\): .*## \(.*\)/make \1\t\2/p' Makefile | expand -t 24

demo: layer package  ## from nothing to a finished short of the sample
	@$(local) demo

# make short VIDEO=holiday.mp4 FROM=12.5 TO=57 [STRATEGY=letterbox] [QUALITY=medium] [OUT=short.mp4]
short: layer package  ## the same with a video of your own: VIDEO= FROM= TO= [STRATEGY=] [QUALITY=] [OUT=]
	@$(local) short --video "$(VIDEO)" --from "$(FROM)" --to "$(TO)" \
	  $(if $(STRATEGY),--strategy "$(STRATEGY)") $(if $(QUALITY),--quality "$(QUALITY)") $(if $(OUT),--out "$(OUT)")

local: layer package  ## the local cloud until Ctrl-C: [BIND=] [PORT=] [CLOCK_SKEW=]
	@exec $(local) local $(if $(BIND),--bind "$(BIND)") $(if $(PORT),--port "$(PORT)") $(if $(CLOCK_SKEW),--clock-skew "$(CLOCK_SKEW)")

test: layer  ## everything that CI checks
	build/tools
	build/slowest mvn -B -ntp verify

# Debian: apt-get install mkvtoolnix gstreamer1.0-tools gstreamer1.0-plugins-{base,good,bad,ugly} gstreamer1.0-libav
test-all: layer  ## the same at full size: every source in both strategies, every rate, PostgreSQL 14 to 18; needs mkvtoolnix and GStreamer
	build/tools
	build/slowest mvn -B -ntp verify -Dmatrix=whole -Dtimeline=whole
	for version in $(other_postgres); do \
	  mvn -B -ntp test -pl functions/migrate -am -Dpostgres.only-other -Dpostgres.other=$$version || exit; \
	done

test-sam: layer package  ## of these, what SAM does: validate, and run each function in a container
	build/tools
	$(only)TemplateIT,SamIT

test-localstack: layer package  ## the integration tests again, with S3, SQS and rules of a LocalStack: [AWS_ENDPOINT_URL=]
	build/localstack sh -c 'exec mvn -B -ntp verify -pl integration-tests -am -Dlocalstack="$$AWS_ENDPOINT_URL" \
	  -Dtest=NONE -Dsurefire.failIfNoSpecifiedTests=false \
	  -Dit.test="dev/shorts/it/*/*IT,!dev/shorts/it/media/*IT" -Dfailsafe.failIfNoSpecifiedTests=false'

deploy: layer package  ## the whole system into your AWS account; what it asks the first time is kept in deploy.toml
	build/tools
	@test -e deploy.toml || cp build/deploy.toml deploy.toml
	SAM_CLI_TELEMETRY=0 target/tools/bin/sam deploy --config-file deploy.toml \
	  $(if $(shell grep -s parameter_overrides deploy.toml),,--guided)

# The URL stays out of the command line; a variable given to make is in the environment of what it runs.
preflight: package  ## what a deployment into your database would need, changing nothing: DATABASE_URL= [STACK=] [CREATE_TABLES=]
	@$(java) -cp functions/migrate/target/migrate.jar dev.shorts.migrate.PreflightCommand

fuzz:  ## Schemathesis against the running 'make local': [N=1000] [SEED=2]
	@build/fuzz $(if $(N),--max-examples $(N)) $(if $(SEED),--seed $(SEED))

soak: layer package  ## many exports under faults drawn from a seed, some minutes: [EXPORTS=300] [SEED=]
	$(only)SoakIT -Dsoak.exports=$(or $(EXPORTS),300) -Dsoak.seed=$(or $(SEED),$(shell shuf -i 1-999999 -n 1))

# Quiet machines only: an hour or so for all of it.
bench: layer package  ## measures how fast all is, into bench/results.md: [ONLY="encode database"] [MEDIA_DIR=]
	build/tools
	@$(JAVA_HOME)/bin/java $(quiet) -cp 'bench/target/bench.jar:bench/target/lib/*' dev.shorts.bench.BenchMain $(ONLY)

layer:  ## the FFmpeg layer, built once
	@layers/ffmpeg/build

fixtures:  ## make the test sources anew: [NAMES="hlg bt601"]
	build/tools
	$(JAVA_HOME)/bin/java functions/transcode/src/test/java/dev/shorts/transcode/fixture/MakeFixtures.java $(NAMES)

package: target/packaged  ## the function zips and the local cloud

target/packaged: $(sources)
	@echo "Building the functions and the local cloud (the first time Maven downloads what it needs)"
	mvn -B -q -ntp package -DskipTests -pl '!integration-tests'
	@du -h functions/*/target/*.zip
	@touch $@

release:  ## what is published, from the last commit, in target/release: zips, layer, template, licences, SBOM
	@build/release

outdated:  ## which versions are behind: Maven's, the layer's, the Python tools'
	@build/outdated

format:  ## format the Java code
	mvn -B -q -ntp -pl build/house-rules dependency:copy@google-java-format exec:exec@format

clean:
	mvn -B -q -ntp clean
	rm -rf layers/ffmpeg/target
