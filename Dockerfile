# The program alone, on a base image without a shell. It only copies, so an image for another processor is put together on any machine.
# ./build.sh --target=Build publishes the program and gives the arguments.
ARG BASE_IMAGE=mcr.microsoft.com/dotnet/runtime-deps:10.0.12-noble-chiseled
FROM ${BASE_IMAGE}

ARG BASE_IMAGE
ARG PUBLISHED=artifacts/publish/linux-x64
ARG VERSION=0.0.0
ARG REVISION=unknown

LABEL org.opencontainers.image.title="dynamodb-load-test" \
      org.opencontainers.image.description="Load test for Amazon DynamoDB" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.base.name="${BASE_IMAGE}"

WORKDIR /app
COPY ${PUBLISHED}/ /app/
USER 1654
ENTRYPOINT ["/app/dynamodb-load-test"]
CMD ["run"]
